package io.shisei.aws.service.ecs;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;

/** Clusters with their settings, deleted ones too while AWS still shows them. */
final class Clusters {

    private static final Ask<EcsClient> LIST = Ecs.API.ask("ecs:ListClusters");

    /** The ARNs of all clusters, asked for once however many kinds begin with them. */
    static final Listing<String> ARNS = Listing.by(
            LIST,
            site -> site
                    .all(
                            LIST,
                            Listing.of(
                                    LIST,
                                    ecs -> ecs.listClustersPaginator(request -> request.maxResults(100)),
                                    ListClustersResponse::clusterArns))
                    .stream());

    static final Kind<String, Cluster> KIND = Kind.describedWithTags(
                    "AWS::ECS::Cluster",
                    Cluster.class,
                    ARNS,
                    Ecs.API.ask("ecs:DescribeClusters"),
                    100,
                    Clusters::describe,
                    Naming.ofArn())
            .moving(
                    "activeServicesCount",
                    "pendingTasksCount",
                    "registeredContainerInstancesCount",
                    "runningTasksCount",
                    "statistics");

    private Clusters() {}

    /** Without being asked for them, AWS leaves the settings out. */
    private static Map<String, Kind.Detail<Cluster>> describe(EcsClient ecs, List<String> arns) {
        return ecs
                .describeClusters(request -> request.clusters(arns).include(ClusterField.SETTINGS, ClusterField.TAGS))
                .clusters()
                .stream()
                .collect(Collectors.toMap(
                        Cluster::clusterArn,
                        cluster -> Kind.Detail.of(cluster, cluster.tags()),
                        (one, again) -> again));
    }
}
