package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;

/** Network ACLs, the default ones of VPCs too. */
final class NetworkAcls {

    static final Kind<NetworkAcl, NetworkAcl> KIND = Kind.listed(
            "AWS::EC2::NetworkAcl",
            NetworkAcl.class,
            Listing.of(
                    Ec2.API.ask("ec2:DescribeNetworkAcls"),
                    ec2 -> ec2.describeNetworkAclsPaginator(request -> request.maxResults(1000)),
                    DescribeNetworkAclsResponse::networkAcls),
            Naming.<NetworkAcl>of(
                            (site, acl) -> Ec2.arn(site, acl.ownerId(), "network-acl/" + acl.networkAclId()),
                            NetworkAcl::networkAclId)
                    .tagged(NetworkAcl::tags)
                    .calledByTag());

    private NetworkAcls() {}
}
