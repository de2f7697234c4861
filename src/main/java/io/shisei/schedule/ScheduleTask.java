package io.shisei.schedule;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The next run of each schedule, and each start of a run, as a task in PostgreSQL: one instance takes it. */
@Configuration(proxyBeanMethods = false)
class ScheduleTask {

    private static final TaskDescriptor<Void> SCHEDULE = TaskDescriptor.of("schedule");
    private static final TaskDescriptor<Void> START = TaskDescriptor.of("schedule-start");
    private static final Duration PAUSE = Duration.ofSeconds(30);

    static TaskInstance<Void> of(UUID scheduleId) {
        return SCHEDULE.instance(scheduleId.toString()).build();
    }

    static TaskInstance<Void> of(Start start) {
        return START.instance(start.toString()).build();
    }

    @Bean
    Task<Void> scheduledRuns(ScheduleRun run) {
        return Tasks.custom(SCHEDULE)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run.run(
                                UUID.fromString(instance.getId()),
                                context.getExecution().getExecutionTime(),
                                context.getSchedulerClient())
                        .<CompletionHandler<Void>>map(
                                next -> (complete, operations) -> operations.reschedule(complete, next))
                        .orElseGet(() -> (complete, operations) -> operations.remove()));
    }

    @Bean
    Task<Void> scheduledStarts(AccountStart start) {
        return Tasks.oneTime(START)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .execute((instance, context) -> start.planned(Start.parse(instance.getId())));
    }
}
