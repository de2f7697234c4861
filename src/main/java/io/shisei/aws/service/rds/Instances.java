package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Site;
import io.shisei.aws.service.ec2.Network;
import io.shisei.aws.shape.Shapes;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.Scalar;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.Subnet;

/**
 * Instances of all engines, with the route tables of the subnets that they may be placed in, the settings of the engines
 * of those that stand alone, and the logs that the others' clusters export.
 */
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
                    (site, listed, instance) -> routeTables(site, instance))
            .part(
                    "Parameters",
                    Shapes.list(Parameter.class),
                    List.of(ParameterGroups.PARAMETERS),
                    (site, listed, instance) -> parameters(site, instance))
            .part(
                    "ClusterLogsExports",
                    new ListOf(Scalar.STRING),
                    List.of(Clusters.DESCRIBE),
                    (site, listed, instance) -> clusterLogsExports(site, instance))
            .moving("LatestRestorableTime", "PercentProgress", "StatusInfos");

    private Instances() {}

    private static Object routeTables(Site site, DBInstance instance) {
        return instance.dbSubnetGroup() == null
                ? List.of()
                : Network.routeTables(
                        site,
                        instance.dbSubnetGroup().subnets().stream()
                                .map(Subnet::subnetIdentifier)
                                .toList());
    }

    private static List<Parameter> parameters(Site site, DBInstance instance) {
        return isMember(instance)
                ? List.of()
                : instance.dbParameterGroups().stream()
                        .flatMap(group -> ParameterGroups.parameters(site, group.dbParameterGroupName()).stream())
                        .toList();
    }

    private static List<String> clusterLogsExports(Site site, DBInstance instance) {
        return isMember(instance)
                ? Clusters.named(site, instance.dbClusterIdentifier()).enabledCloudwatchLogsExports()
                : List.of();
    }

    /** An empty name is none, as the conditions read it. */
    private static boolean isMember(DBInstance instance) {
        return instance.dbClusterIdentifier() != null
                && !instance.dbClusterIdentifier().isEmpty();
    }
}
