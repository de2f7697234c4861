package io.shisei.scan.queue;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.shisei.scan.ScanSettings;
import io.shisei.scan.unit.UnitRun;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The work of scans as tasks in PostgreSQL, leased by whichever instance of the service picks them up first. A task
 * whose worker died is picked up by another; a task that broke off is tried again.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScanSettings.class)
class ScanTasks {

    private static final TaskDescriptor<Void> SCAN = TaskDescriptor.of("scan");
    private static final TaskDescriptor<Void> UNIT = TaskDescriptor.of("scan-unit");
    private static final TaskDescriptor<Void> OUT_OF_SIGHT = TaskDescriptor.of("out-of-sight");
    private static final TaskDescriptor<Void> ADMISSION = TaskDescriptor.of("scan-admission");
    private static final TaskDescriptor<Void> SWEEP = TaskDescriptor.of("scan-sweep");
    private static final Duration PAUSE = Duration.ofSeconds(5);

    static TaskInstance<Void> scan(UUID scanId) {
        return SCAN.instance(scanId.toString()).build();
    }

    static TaskInstance<Void> unit(UUID scanId, String region) {
        return UNIT.instance(scanId + "/" + region).build();
    }

    /**
     * One of its own for each change, as one that runs may have looked already.
     *
     * @param cause perhaps of a change of a setting
     */
    static TaskInstance<Void> outOfSight(UUID cause) {
        return OUT_OF_SIGHT.instance(cause.toString()).build();
    }

    @Bean
    Task<Void> outOfSightTask(Sight sight) {
        return Tasks.oneTime(OUT_OF_SIGHT)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .execute((instance, context) -> {
                    while (!sight.step(UUID.fromString(instance.getId()))) {
                        Thread.onSpinWait();
                    }
                });
    }

    @Bean
    Task<Void> scanTask(ScanPlanner planner) {
        return Tasks.custom(SCAN)
                .onFailure((failed, operations) -> {
                    if (planner.gaveUp(scanOf(failed), failed.getExecution().consecutiveFailures, failed.getCause())) {
                        operations.remove();
                    } else {
                        operations.reschedule(failed, failed.getTimeDone().plus(PAUSE));
                    }
                })
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var planned = planner.plan(UUID.fromString(instance.getId()), context.getSchedulerClient());
                    return (complete, operations) -> {
                        if (planned) {
                            operations.remove();
                        } else {
                            operations.reschedule(
                                    complete, complete.getTimeDone().plus(PAUSE));
                        }
                    };
                });
    }

    private static UUID scanOf(ExecutionComplete complete) {
        return UUID.fromString(complete.getExecution().taskInstance.getId());
    }

    /** Each end of a scan admits the next; this is for ends that nobody saw, and for a limit that was raised. */
    @Bean
    RecurringTask<Void> scanAdmission(Admission admission) {
        return Tasks.recurring(ADMISSION, FixedDelay.of(Duration.ofSeconds(15)))
                .execute((instance, context) -> admission.admit());
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
