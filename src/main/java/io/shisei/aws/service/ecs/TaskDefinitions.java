package io.shisei.aws.service.ecs;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/** The latest active revision of each family of task definitions. */
final class TaskDefinitions {

    static final Kind<String, TaskDefinition> KIND = Kind.describedWithTags(
            "AWS::ECS::TaskDefinition",
            TaskDefinition.class,
            Listing.of(
                            Ecs.API.ask("ecs:ListTaskDefinitions"),
                            ecs -> ecs.listTaskDefinitionsPaginator(
                                    request -> request.status(TaskDefinitionStatus.ACTIVE)
                                            .sort(SortOrder.DESC)
                                            .maxResults(100)),
                            ListTaskDefinitionsResponse::taskDefinitionArns)
                    .all(TaskDefinitions::latest),
            Ecs.API.ask("ecs:DescribeTaskDefinition"),
            1,
            TaskDefinitions::describe,
            Naming.ofArn());

    private static final Set<TaskDefinitionStatus> DEREGISTERED =
            Set.of(TaskDefinitionStatus.INACTIVE, TaskDefinitionStatus.DELETE_IN_PROGRESS);

    private TaskDefinitions() {}

    private static Stream<String> latest(Stream<String> arns) {
        return arns
                .collect(Collectors.toMap(
                        TaskDefinitions::family,
                        arn -> arn,
                        BinaryOperator.maxBy(Comparator.comparingLong(TaskDefinitions::revision)),
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

    /** One that was deregistered since it was listed is left out; one whose status is not told was listed as active. */
    private static Map<String, Kind.Detail<TaskDefinition>> describe(EcsClient ecs, List<String> arns) {
        var arn = arns.getFirst();
        var answer = ecs.describeTaskDefinition(
                request -> request.taskDefinition(arn).include(TaskDefinitionField.TAGS));
        var definition = answer.taskDefinition();
        var isGone = definition.status() != null && DEREGISTERED.contains(definition.status());
        return isGone ? Map.of() : Map.of(arn, Kind.Detail.of(definition, answer.tags()));
    }
}
