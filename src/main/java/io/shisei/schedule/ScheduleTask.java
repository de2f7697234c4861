package io.shisei.schedule;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The next run of each schedule as a task in PostgreSQL: one instance of the service takes it. */
@Configuration(proxyBeanMethods = false)
class ScheduleTask {

    private static final TaskDescriptor<Void> SCHEDULE = TaskDescriptor.of("schedule");

    static TaskInstance<Void> of(UUID scheduleId) {
        return SCHEDULE.instance(scheduleId.toString()).build();
    }

    @Bean
    Task<Void> scheduledScans(ScheduleRun run, Clock clock) {
        return Tasks.custom(SCHEDULE)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofMinutes(1)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var schedule = run.run(UUID.fromString(instance.getId()));
                    return schedule.flatMap(found -> found.cron().next(clock.instant(), 1).stream()
                                    .findFirst())
                            .<CompletionHandler<Void>>map(
                                    next -> (complete, operations) -> operations.reschedule(complete, next))
                            .orElseGet(() -> (complete, operations) -> operations.remove());
                });
    }
}
