package io.shisei.score.circle;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for days that are over, and for units that have other accounts; a transaction for each unit. */
@Configuration(proxyBeanMethods = false)
class UnitKeepingTask {

    private static final TaskDescriptor<Void> KEEPING = TaskDescriptor.of("units");

    @Bean
    RecurringTask<Void> keepingUnits(UnitKeeping keeping) {
        return Tasks.recurring(KEEPING, FixedDelay.of(Duration.ofMinutes(5))).execute((instance, context) -> {
            for (var unit : keeping.units()) {
                if (context.getSchedulerState().isShuttingDown()) {
                    return; // the rest comes next time
                }
                keeping.keep(unit);
            }
        });
    }
}
