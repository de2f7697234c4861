package io.shisei.aws.service.ecs;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskSet;

/** Task sets, which only services have that CodeDeploy or something else outside of ECS deploys. */
final class TaskSets {

    static final Kind<TaskSet, TaskSet> KIND = Kind.listed(
                    "AWS::ECS::TaskSet",
                    TaskSet.class,
                    Services.ALL.flat(Service::taskSets),
                    Naming.of(TaskSet::taskSetArn, TaskSet::id).tagged(TaskSet::tags))
            .moving(
                    "computedDesiredCount",
                    "pendingCount",
                    "runningCount",
                    "scale",
                    "stabilityStatus",
                    "stabilityStatusAt",
                    "updatedAt");

    private TaskSets() {}
}
