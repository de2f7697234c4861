package io.shisei.database;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Forgets history that is older than {@code shisei.retention}: whole months of time series, and ended scans. */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final List<History> histories;
    private final Period kept;
    private final Clock clock;

    Retention(List<History> histories, @Value("${shisei.retention:P5Y}") Period kept, Clock clock) {
        this.histories = histories;
        this.kept = kept;
        this.clock = clock;
    }

    /** Answers how many months and rows were dropped. */
    int drop() {
        var before = clock.instant().atOffset(ZoneOffset.UTC).minus(kept).toInstant();
        return histories.stream().mapToInt(history -> drop(history, before)).sum();
    }

    private static int drop(History history, Instant before) {
        var dropped = history.dropBefore(before);
        if (dropped > 0) {
            LOG.info("Dropped {} of the {} from before {}", dropped, history.name(), before);
        }
        return dropped;
    }

    /** Once a night, on one instance. */
    @Configuration(proxyBeanMethods = false)
    static class Nightly {

        @Bean
        Task<Void> retentionTask(Retention retention) {
            return Tasks.recurring("retention", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 30)))
                    .execute((instance, context) -> retention.drop());
        }
    }
}
