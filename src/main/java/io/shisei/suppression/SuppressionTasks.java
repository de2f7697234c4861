package io.shisei.suppression;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute for rules that have expired, and for findings that have yet to follow a rule. */
@Configuration(proxyBeanMethods = false)
class SuppressionTasks {

    private static final TaskDescriptor<Void> SUPPRESSION = TaskDescriptor.of("suppression");

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
