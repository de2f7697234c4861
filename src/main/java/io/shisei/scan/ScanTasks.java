package io.shisei.scan;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The work of scans as tasks in PostgreSQL, leased by whichever instance of the service picks them up first. A task
 * whose worker died is picked up by another; a task that broke off is tried again.
 */
@Configuration(proxyBeanMethods = false)
class ScanTasks {

    private static final TaskDescriptor<Void> SCAN = TaskDescriptor.of("scan");
    private static final TaskDescriptor<Void> UNIT = TaskDescriptor.of("scan-unit");
    private static final TaskDescriptor<Void> SWEEP = TaskDescriptor.of("scan-sweep");
    private static final Duration PAUSE = Duration.ofSeconds(5);

    static TaskInstance<Void> scan(UUID scanId) {
        return SCAN.instance(scanId.toString()).build();
    }

    static TaskInstance<Void> unit(UUID scanId, String region) {
        return UNIT.instance(scanId + "/" + region).build();
    }

    @Bean
    Task<Void> scanTask(ScanPlanner planner) {
        return Tasks.oneTime(SCAN)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .execute((instance, context) ->
                        planner.plan(UUID.fromString(instance.getId()), context.getSchedulerClient()));
    }

    @Bean
    Task<Void> scanUnitTask(UnitRun unit) {
        return Tasks.oneTime(UNIT)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .execute((instance, context) -> {
                    var parts = instance.getId().split("/", 2);
                    unit.run(UUID.fromString(parts[0]), parts[1]);
                });
    }

    /** Makes sure that no scan waits for a task that is not there. */
    @Bean
    Task<Void> scanSweepTask(ScanSweep sweep) {
        return Tasks.recurring(SWEEP, FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> sweep.run(context.getSchedulerClient()));
    }
}
