package io.shisei.database;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets history that is older than {@code shisei.retention}: whole months of time series, and ended scans. */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final JdbcClient jdbc;
    private final Period kept;
    private final Clock clock;

    Retention(JdbcClient jdbc, @Value("${shisei.retention:P5Y}") Period kept, Clock clock) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.clock = clock;
    }

    /** Answers how many months and scans were dropped. */
    int drop() {
        var before = clock.instant().atOffset(ZoneOffset.UTC).minus(kept);
        int months = Stream.of(Series.values())
                .mapToInt(series -> jdbc.sql("select drop_months_before(:series, :before)")
                        .param("series", series.table())
                        .param("before", before)
                        .query(Integer.class)
                        .single())
                .sum();
        int scans = jdbc.sql("delete from scan where finished_at < :before")
                .param("before", before)
                .update();
        if (months + scans > 0) {
            LOG.info("Dropped {} months of history and {} scans from before {}", months, scans, before);
        }
        return months + scans;
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
