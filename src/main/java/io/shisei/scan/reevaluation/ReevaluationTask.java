package io.shisei.scan.reevaluation;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Judges again what waits for it, a transaction for each unit: one that broke off, or died, goes on where it was. */
@Configuration(proxyBeanMethods = false)
class ReevaluationTask {

    private static final TaskDescriptor<Void> REEVALUATION = TaskDescriptor.of("reevaluation");
    private static final TaskDescriptor<Void> MOVED = TaskDescriptor.of("reevaluation-moved");
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** One of its own for each change, as one that runs may have seen the end of the queue already. */
    static TaskInstance<Void> instance() {
        return REEVALUATION.instance(UUID.randomUUID().toString()).build();
    }

    /** For an account that came into another unit. */
    static TaskInstance<Void> moved(String accountId) {
        return MOVED.instance(accountId + "/" + UUID.randomUUID()).build();
    }

    @Bean
    Task<Void> reevaluationOfMoved(Reevaluations reevaluations) {
        return Tasks.oneTime(MOVED)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .execute((instance, context) ->
                        reevaluations.moved(instance.getId().split("/", 2)[0]));
    }

    @Bean
    Task<Void> reevaluationOfStored(ReevaluationRun run) {
        return Tasks.oneTime(REEVALUATION)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .execute((instance, context) -> {
                    while (run.step()) {
                        if (context.getSchedulerState().isShuttingDown()) {
                            throw new IllegalStateException("shutting down; the rest is judged again later");
                        }
                    }
                });
    }
}
