package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Site;
import java.util.Collection;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** What lies in a region's network, read once and shared by all that is attached to it. */
public final class Network {

    public static final Ask<Ec2Client> SUBNETS = Ec2.API.ask("ec2:DescribeSubnets");
    public static final Ask<Ec2Client> ROUTE_TABLES = Ec2.API.ask("ec2:DescribeRouteTables");

    static final Listing<Subnet> ALL_SUBNETS = Listing.of(
            SUBNETS,
            ec2 -> ec2.describeSubnetsPaginator(request -> request.maxResults(1000)),
            DescribeSubnetsResponse::subnets);

    private static final Listing<RouteTable> ALL_ROUTE_TABLES = Listing.of(
            ROUTE_TABLES,
            ec2 -> ec2.describeRouteTablesPaginator(request -> request.maxResults(100)),
            DescribeRouteTablesResponse::routeTables);

    private Network() {}

    /** The subnets with these ids, without how many addresses are left; where one cannot be seen, the others with a gap. */
    public static Object subnets(Site site, Collection<String> ids) {
        return site.each(ids, id -> subnet(site, id));
    }

    private static Subnet subnet(Site site, String id) {
        return site.all(ALL_SUBNETS).stream()
                .filter(subnet -> id.equals(subnet.subnetId()))
                .findFirst()
                .map(subnet -> subnet.toBuilder().availableIpAddressCount(null).build())
                .orElseThrow(() -> site.unseen(SUBNETS, id));
    }

    /**
     * The route tables that count for these subnets: the one associated with a subnet, else the main one of its VPC.
     * Where one cannot be seen, as in a VPC that another account shares, the others with a gap.
     */
    public static Object routeTables(Site site, Collection<String> subnetIds) {
        return site.each(subnetIds, id -> routeTable(site, subnet(site, id)));
    }

    private static RouteTable routeTable(Site site, Subnet subnet) {
        var all = site.all(ALL_ROUTE_TABLES);
        return all.stream()
                .filter(table -> table.associations().stream()
                        .anyMatch(associated -> subnet.subnetId().equals(associated.subnetId())))
                .findFirst()
                .or(() -> all.stream()
                        .filter(table -> subnet.vpcId().equals(table.vpcId()))
                        .filter(table -> table.associations().stream()
                                .anyMatch(associated -> Boolean.TRUE.equals(associated.main())))
                        .findFirst())
                .orElseThrow(() -> site.unseen(ROUTE_TABLES, subnet.subnetId()));
    }
}
