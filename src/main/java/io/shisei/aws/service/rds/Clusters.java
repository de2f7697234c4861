package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

/** Clusters of Aurora and RDS, and those of Neptune and DocumentDB, which AWS lists as the same type. */
final class Clusters {

    static final Kind<DBCluster, DBCluster> KIND = Kind.listed(
                    "AWS::RDS::DBCluster",
                    DBCluster.class,
                    Listing.of(
                            Rds.API.ask("rds:DescribeDBClusters"),
                            rds -> rds.describeDBClustersPaginator(request -> request.maxRecords(100)),
                            DescribeDbClustersResponse::dbClusters),
                    Naming.of(DBCluster::dbClusterArn, DBCluster::dbClusterIdentifier)
                            .tagged(DBCluster::tagList))
            .moving("LatestRestorableTime", "EarliestRestorableTime", "PercentProgress", "Capacity");

    private Clusters() {}
}
