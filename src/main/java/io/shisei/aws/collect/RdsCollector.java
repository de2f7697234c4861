package io.shisei.aws.collect;

import io.shisei.aws.Api;
import io.shisei.aws.Site;
import io.shisei.inventory.Scope;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.Tag;

/** Clusters of Aurora and RDS, and those of Neptune and DocumentDB, which AWS lists as the same type. */
@Component
class RdsCollector extends ServiceCollector {

    static final Api<RdsClient> RDS = Api.of(RdsClient.class, RdsClient::builder, RdsClient.serviceMetadata());

    private static final Kind<DBCluster> CLUSTER = Kind.listed(
                    "AWS::RDS::DBCluster",
                    DBCluster.class,
                    Listing.of("rds:DescribeDBClusters", "DescribeDBClusters", RdsCollector::clusters),
                    Naming.of((site, cluster) -> cluster.dbClusterArn(), DBCluster::dbClusterIdentifier)
                            .tagged(RdsCollector::tags))
            .moving("LatestRestorableTime", "EarliestRestorableTime", "PercentProgress", "Capacity");

    RdsCollector() {
        super("RDS", Scope.REGIONAL, RDS, CLUSTER);
    }

    private static Stream<DBCluster> clusters(Site site) {
        var pages = site.client(RDS).describeDBClustersPaginator(request -> request.maxRecords(100));
        return Pages.of(pages, DescribeDbClustersResponse::hasDbClusters, DescribeDbClustersResponse::marker)
                .flatMap(page -> page.dbClusters().stream());
    }

    private static Map<String, String> tags(DBCluster cluster) {
        return Naming.tags(cluster.tagList(), Tag::key, Tag::value);
    }
}
