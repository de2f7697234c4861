package io.shisei.account.organization;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.shisei.refusal.Refusal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps up with the organization: a task in PostgreSQL that one instance of the service takes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrganizationTask.Every.class)
class OrganizationTask {

    private static final TaskDescriptor<Void> SYNC = TaskDescriptor.of("organization-sync");

    /** @param syncEvery pause between two syncs */
    @ConfigurationProperties("shisei.organization")
    record Every(@DefaultValue("1h") Duration syncEvery) {
        Every {
            if (syncEvery.compareTo(Duration.ofMinutes(1)) < 0) {
                throw new IllegalArgumentException("shisei.organization.sync-every begins at 1m");
            }
        }
    }

    @Bean
    RecurringTask<Void> organizationSync(Organizations organizations, Every every) {
        return Tasks.recurring(SYNC, FixedDelay.of(every.syncEvery())).execute((instance, context) -> {
            try {
                organizations.find().ifPresent(followed -> organizations.sync());
            } catch (Refusal later) {
                // The organization itself says why; the next run may find it mended.
            }
        });
    }

    /** While the service stood still, accounts may have come and gone. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> syncAtStart(
            Organizations organizations, SchedulerClient scheduler, Clock clock) {
        return started -> organizations.find().ifPresent(followed -> {
            try {
                scheduler.reschedule(SYNC.instanceId(RecurringTask.INSTANCE), clock.instant());
            } catch (TaskInstanceException running) {
                // Another instance of the service is at it.
            }
        });
    }
}
