package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Nothing;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessOptions;

/** Whether a region's VPCs may use internet gateways. */
final class VpcBlockPublicAccess {

    static final Kind<String, Nothing> KIND = Kind.single("AWS::EC2::VPCBlockPublicAccessOptions")
            .part(
                    "VpcBlockPublicAccessOptions",
                    VpcBlockPublicAccessOptions.class,
                    Ec2.API.ask("ec2:DescribeVpcBlockPublicAccessOptions").notEverywhere(),
                    (ec2, nothing) -> ec2.describeVpcBlockPublicAccessOptions(request -> {})
                            .vpcBlockPublicAccessOptions());

    private VpcBlockPublicAccess() {}
}
