package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Shapes;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** VPCs, shared ones too, with the endpoints that this account has in them. */
final class Vpcs {

    private static final Ask<Ec2Client> ENDPOINTS = Ec2.API.ask("ec2:DescribeVpcEndpoints");

    private static final Listing<VpcEndpoint> ALL_ENDPOINTS = Listing.of(
            ENDPOINTS,
            ec2 -> ec2.describeVpcEndpointsPaginator(request -> request.maxResults(1000)),
            DescribeVpcEndpointsResponse::vpcEndpoints);

    static final Kind<Vpc, Vpc> KIND = Kind.listed(
                    "AWS::EC2::VPC",
                    Vpc.class,
                    Listing.of(
                            Ec2.API.ask("ec2:DescribeVpcs"),
                            ec2 -> ec2.describeVpcsPaginator(request -> request.maxResults(1000)),
                            DescribeVpcsResponse::vpcs),
                    Naming.<Vpc>of((site, vpc) -> site.arn("ec2", "vpc/" + vpc.vpcId()), Vpc::vpcId)
                            .tagged(Vpc::tags)
                            .calledByTag())
            .part(
                    "VpcEndpoints",
                    Shapes.list(VpcEndpoint.class),
                    List.of(ENDPOINTS),
                    (site, listed, vpc) -> site.all(ENDPOINTS, ALL_ENDPOINTS).stream()
                            .filter(endpoint -> vpc.vpcId().equals(endpoint.vpcId()))
                            .toList());

    private Vpcs() {}
}
