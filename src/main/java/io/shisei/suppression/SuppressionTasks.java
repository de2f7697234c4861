package io.shisei.suppression;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every minute for rules that have expired, and for findings that have yet to follow a rule; and once for those of an
 * account that came into another unit.
 */
@Configuration(proxyBeanMethods = false)
class SuppressionTasks {

    private static final TaskDescriptor<Void> SUPPRESSION = TaskDescriptor.of("suppression");
    private static final TaskDescriptor<Void> MOVED = TaskDescriptor.of("suppression-moved");
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** One of its own for each move, as one that runs may have looked already. */
    static TaskInstance<Void> moved(String accountId) {
        return MOVED.instance(accountId + "/" + UUID.randomUUID()).build();
    }

    @Bean
    Task<Void> movedAccountTask(MovedAccounts moved) {
        return Tasks.oneTime(MOVED)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .execute((instance, context) -> {
                    var account = instance.getId().split("/", 2)[0];
                    boolean more;
                    do {
                        more = moved.step(account);
                    } while (more);
                });
    }

    @Bean
    RecurringTask<Void> suppressionTask(SuppressionEffect effect) {
        return Tasks.recurring(SUPPRESSION, FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    boolean more;
                    do {
                        more = effect.step();
                    } while (more);
                });
    }
}
