package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** Subnets, those that other accounts share too. */
final class Subnets {

    static final Kind<Subnet, Subnet> KIND = Kind.listed(
                    "AWS::EC2::Subnet",
                    Subnet.class,
                    Network.ALL_SUBNETS.shared(),
                    Naming.<Subnet>of(
                                    (site, subnet) -> Ec2.arn(site, subnet.ownerId(), "subnet/" + subnet.subnetId()),
                                    Subnet::subnetId)
                            .tagged(Subnet::tags)
                            .calledByTag())
            .moving("AvailableIpAddressCount");

    private Subnets() {}
}
