package io.shisei.score;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the days of all accounts up again, a transaction for each, so that scans can end meanwhile. */
@Configuration(proxyBeanMethods = false)
class DailySumsTask {

    private static final TaskDescriptor<Void> AGAIN = TaskDescriptor.of("daily-sums");
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** One of its own for each change, as one that runs may have passed some days already. */
    static TaskInstance<Void> again() {
        return AGAIN.instance(UUID.randomUUID().toString()).build();
    }

    @Bean
    Task<Void> addingUpAgain(DailySums sums) {
        return Tasks.oneTime(AGAIN)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .execute((instance, context) -> {
                    standInForThoseThatWait(context.getSchedulerClient());
                    for (var day : sums.days()) {
                        if (context.getSchedulerState().isShuttingDown()) {
                            throw new IllegalStateException("shutting down; all days are added up again later");
                        }
                        sums.addUpAgain(day);
                    }
                });
    }

    /** What they wait to leave out is gone already from the rows that are read from now on. */
    private static void standInForThoseThatWait(SchedulerClient client) {
        var waiting = ScheduledExecutionsFilter.all().withPicked(false);
        for (var task : client.getScheduledExecutionsForTask(AGAIN.getTaskName(), Void.class, waiting)) {
            try {
                client.cancel(task.getTaskInstance());
            } catch (TaskInstanceException begun) {
                // Another instance of the service does it, or has done it.
            }
        }
    }
}
