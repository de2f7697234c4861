package io.shisei.aws.service.ecs;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Site;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;

/** Services of all clusters, with their task sets. */
final class Services {

    private static final Ask<EcsClient> LIST = Ecs.API.ask("ecs:ListServices").none("ClusterNotFoundException");

    private static final Ask<EcsClient> DESCRIBE =
            Ecs.API.ask("ecs:DescribeServices").none("ClusterNotFoundException");

    /** AWS describes so many at once. */
    private static final int BATCH = 10;

    private record Batch(String cluster, List<String> arns) {}

    /** Read once, for services and task sets alike. */
    static final Listing<Service> ALL =
            Clusters.ARNS.within(LIST, Services::batches).within(DESCRIBE, Services::described);

    static final Kind<Service, Service> KIND = Kind.listed(
                    "AWS::ECS::Service",
                    Service.class,
                    ALL,
                    Naming.of(Service::serviceArn, Service::serviceName).tagged(Service::tags))
            .moving(
                    "currentServiceDeployment",
                    "currentServiceRevisions",
                    "deployments",
                    "desiredCount",
                    "pendingCount",
                    "runningCount",
                    "taskSets");

    private Services() {}

    private static Stream<Batch> batches(Site site, String cluster) {
        return site.all(cluster, of(cluster)).stream()
                .gather(Gatherers.windowFixed(BATCH))
                .map(arns -> new Batch(cluster, arns));
    }

    private static Listing<String> of(String cluster) {
        return Listing.of(
                LIST,
                ecs -> ecs.listServicesPaginator(
                        request -> request.cluster(cluster).maxResults(100)),
                ListServicesResponse::serviceArns);
    }

    private static Stream<Service> described(Site site, Batch batch) {
        return site
                .once(
                        batch,
                        () -> site
                                .client(Ecs.API)
                                .describeServices(request -> request.cluster(batch.cluster)
                                        .services(batch.arns)
                                        .include(ServiceField.TAGS))
                                .services()
                                .stream()
                                .map(Services::withoutEvents)
                                .toList())
                .stream();
    }

    /** What happened to it lately is much, and no part of what it is. */
    private static Service withoutEvents(Service service) {
        return service.toBuilder().events(List.of()).build();
    }
}
