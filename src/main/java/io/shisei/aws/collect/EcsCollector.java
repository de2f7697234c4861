package io.shisei.aws.collect;

import io.shisei.aws.Api;
import io.shisei.aws.Site;
import io.shisei.inventory.Scope;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/** The latest active revision of each family of task definitions. */
@Component
class EcsCollector extends ServiceCollector {

    static final Api<EcsClient> ECS = Api.of(EcsClient.class, EcsClient::builder, EcsClient.serviceMetadata());

    private static final Kind<String> TASK_DEFINITION = Kind.of(
            "AWS::ECS::TaskDefinition",
            TaskDefinition.class,
            Listing.of("ecs:ListTaskDefinitions", "ListTaskDefinitions", EcsCollector::latest),
            new Main.Described<>(
                    new Ask("ecs:DescribeTaskDefinition", "DescribeTaskDefinition"), 1, EcsCollector::describe),
            Naming.of((site, arn) -> arn, arn -> arn.substring(arn.lastIndexOf('/') + 1)));

    EcsCollector() {
        super("ECS", Scope.REGIONAL, ECS, TASK_DEFINITION);
    }

    private static Stream<String> latest(Site site) {
        var pages = site.client(ECS)
                .listTaskDefinitionsPaginator(request -> request.status(TaskDefinitionStatus.ACTIVE)
                        .sort(SortOrder.DESC)
                        .maxResults(100));
        return Pages.of(
                pages, ListTaskDefinitionsResponse::hasTaskDefinitionArns, ListTaskDefinitionsResponse::nextToken)
                .flatMap(page -> page.taskDefinitionArns().stream())
                .collect(Collectors.toMap(
                        EcsCollector::family,
                        arn -> arn,
                        BinaryOperator.maxBy(Comparator.comparingLong(EcsCollector::revision)),
                        LinkedHashMap::new))
                .values()
                .stream();
    }

    private static String family(String arn) {
        return arn.substring(0, arn.lastIndexOf(':'));
    }

    private static long revision(String arn) {
        return Long.parseLong(arn.substring(arn.lastIndexOf(':') + 1));
    }

    /** One that was deregistered since it was listed is left out. */
    private static Map<String, SdkPojo> describe(Site site, List<String> arns) {
        var arn = arns.getFirst();
        var definition = site.client(ECS)
                .describeTaskDefinition(request -> request.taskDefinition(arn))
                .taskDefinition();
        return definition.status() == TaskDefinitionStatus.ACTIVE ? Map.of(arn, definition) : Map.of();
    }
}
