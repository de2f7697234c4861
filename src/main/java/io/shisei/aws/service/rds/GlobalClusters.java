package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.rds.model.DescribeGlobalClustersResponse;
import software.amazon.awssdk.services.rds.model.GlobalCluster;

/** Clusters that span regions, of Neptune and DocumentDB too. Every region lists them all. */
final class GlobalClusters {

    static final Kind<GlobalCluster, GlobalCluster> KIND = Kind.listed(
                    "AWS::RDS::GlobalCluster",
                    GlobalCluster.class,
                    Listing.of(
                            Rds.API.ask("rds:DescribeGlobalClusters"),
                            rds -> rds.describeGlobalClustersPaginator(request -> request.maxRecords(100)),
                            DescribeGlobalClustersResponse::globalClusters),
                    Naming.of(GlobalCluster::globalClusterArn, GlobalCluster::globalClusterIdentifier)
                            .tagged(GlobalCluster::tagList))
            .global();

    private GlobalClusters() {}
}
