package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.Parameter;

/** Clusters of Aurora and RDS, and those of Neptune and DocumentDB, which AWS lists as the same type. */
final class Clusters {

    static final Ask<RdsClient> DESCRIBE = Rds.API.ask("rds:DescribeDBClusters");

    private static final Set<String> OTHERS = Set.of("neptune", "docdb");

    private static final Listing<DBCluster> ALL = Listing.of(
            DESCRIBE,
            rds -> rds.describeDBClustersPaginator(request -> request.maxRecords(100)),
            DescribeDbClustersResponse::dbClusters);

    static final Kind<DBCluster, DBCluster> KIND = Kind.listed(
                    "AWS::RDS::DBCluster",
                    DBCluster.class,
                    ALL.shared(),
                    Naming.of(DBCluster::dbClusterArn, DBCluster::dbClusterIdentifier)
                            .tagged(DBCluster::tagList))
            .part(
                    "Parameters",
                    Shapes.list(Parameter.class),
                    List.of(ParameterGroups.CLUSTER_PARAMETERS),
                    (site, listed, cluster) -> parameters(site, cluster))
            .moving(
                    "LatestRestorableTime",
                    "EarliestRestorableTime",
                    "EarliestBacktrackTime",
                    "BacktrackConsumedChangeRecords",
                    "PercentProgress",
                    "Capacity");

    private Clusters() {}

    /** The cluster that an instance names; a gap if it cannot be seen. */
    static DBCluster named(Site site, String id) {
        return site.all(ALL).stream()
                .filter(cluster -> id.equals(cluster.dbClusterIdentifier()))
                .findFirst()
                .orElseThrow(() -> site.unseen(DESCRIBE, id));
    }

    /** None for other services, which have groups of their own. */
    private static List<Parameter> parameters(Site site, DBCluster cluster) {
        return OTHERS.contains(cluster.engine()) || cluster.dbClusterParameterGroup() == null
                ? List.of()
                : ParameterGroups.clusterParameters(site, cluster.dbClusterParameterGroup());
    }
}
