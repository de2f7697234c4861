package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Shapes;
import io.shisei.aws.service.ec2.Network;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.Subnet;

/** Instances of all engines, with the route tables of the subnets that they may be placed in. */
final class Instances {

    static final Kind<DBInstance, DBInstance> KIND = Kind.listed(
                    "AWS::RDS::DBInstance",
                    DBInstance.class,
                    Listing.of(
                            Rds.API.ask("rds:DescribeDBInstances"),
                            rds -> rds.describeDBInstancesPaginator(request -> request.maxRecords(100)),
                            DescribeDbInstancesResponse::dbInstances),
                    Naming.of(DBInstance::dbInstanceArn, DBInstance::dbInstanceIdentifier)
                            .tagged(DBInstance::tagList))
            .part(
                    "RouteTables",
                    Shapes.list(RouteTable.class),
                    List.of(Network.ROUTE_TABLES, Network.SUBNETS),
                    (site, listed, instance) -> instance.dbSubnetGroup() == null
                            ? List.of()
                            : Network.routeTables(
                                    site,
                                    instance.dbSubnetGroup().subnets().stream()
                                            .map(Subnet::subnetIdentifier)
                                            .toList()))
            .moving("LatestRestorableTime", "PercentProgress", "StatusInfos");

    private Instances() {}
}
