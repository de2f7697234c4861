package io.shisei.sample;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.shisei.inventory.ResourceTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The recording that ships with the product, and the task that loads it: leased from PostgreSQL as scans are, so that
 * another instance, or the next start, goes on with what a killed one began.
 */
@Configuration(proxyBeanMethods = false)
class SampleConfiguration {

    private static final TaskDescriptor<Void> LOAD = TaskDescriptor.of("sample-load");

    /** One for each time the account is brought in. */
    static TaskInstance<Void> load(Instant createdAt) {
        return LOAD.instance(createdAt.toString()).build();
    }

    @Bean
    Recording recording(ResourceTypes types) {
        return new Recording(() -> Script.read("classpath:sample"), types);
    }

    @Bean
    Task<Void> sampleLoadTask(Loader loader, Clock clock) {
        return Tasks.custom(LOAD)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(5)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    BooleanSupplier stopping = context.getSchedulerState()::isShuttingDown;
                    return loader.load(Instant.parse(instance.getId()), stopping)
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (done, execution) -> execution.reschedule(done, clock.instant());
                });
    }
}
