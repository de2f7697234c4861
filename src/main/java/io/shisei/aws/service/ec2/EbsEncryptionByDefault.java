package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Nothing;
import io.shisei.inventory.FieldType.Scalar;

/** Whether new EBS volumes of a region are encrypted unless told otherwise. */
final class EbsEncryptionByDefault {

    static final Kind<String, Nothing> KIND = Kind.single("AWS::EC2::EbsEncryptionByDefault")
            .part(
                    "EbsEncryptionByDefault",
                    Scalar.BOOL,
                    Ec2.API.ask("ec2:GetEbsEncryptionByDefault"),
                    (ec2, nothing) ->
                            ec2.getEbsEncryptionByDefault(request -> {}).ebsEncryptionByDefault());

    private EbsEncryptionByDefault() {}
}
