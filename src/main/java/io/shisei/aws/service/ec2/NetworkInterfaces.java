package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Site;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Network interfaces, those that AWS services manage too, and those of others in subnets that this account shares. */
final class NetworkInterfaces {

    static final Ask<Ec2Client> DESCRIBE =
            Ec2.API.ask("ec2:DescribeNetworkInterfaces").none("InvalidNetworkInterfaceID.NotFound");

    static final Kind<NetworkInterface, NetworkInterface> KIND = Kind.listed(
            "AWS::EC2::NetworkInterface",
            NetworkInterface.class,
            Listing.of(
                    DESCRIBE,
                    ec2 -> ec2.describeNetworkInterfacesPaginator(request -> request.maxResults(1000)),
                    DescribeNetworkInterfacesResponse::networkInterfaces),
            Naming.<NetworkInterface>of(
                            (site, eni) ->
                                    Ec2.arn(site, eni.ownerId(), "network-interface/" + eni.networkInterfaceId()),
                            NetworkInterface::networkInterfaceId)
                    .tagged(NetworkInterface::tagSet)
                    .calledByTag());

    private NetworkInterfaces() {}

    /** The interface with this id; none if it is not there. */
    static List<NetworkInterface> named(Site site, String id) {
        return site.once(
                List.of(DESCRIBE, id),
                () -> site.find(
                                DESCRIBE,
                                ec2 -> ec2
                                        .describeNetworkInterfaces(request -> request.networkInterfaceIds(id))
                                        .networkInterfaces()
                                        .stream()
                                        .filter(eni -> id.equals(eni.networkInterfaceId()))
                                        .toList())
                        .orElse(List.of()));
    }
}
