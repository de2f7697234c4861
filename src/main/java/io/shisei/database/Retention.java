package io.shisei.database;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets history that is older than {@code shisei.retention.<kind>}, or else {@code shisei.retention}, an ISO-8601 period:
 * whole months of time series, and ended scans.
 */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final String SETTING = "shisei.retention";
    private static final Period DEFAULT = Period.ofYears(5);

    /** As good as for ever: PostgreSQL has no time before 4713 BC, of which {@code P9999Y} would ask. */
    private static final Period LONGEST = Period.ofYears(1000);

    private final List<History> histories;
    private final Map<HistoryKind, Period> kept = new EnumMap<>(HistoryKind.class);
    private final Map<HistoryKind, LocalDate> dropped = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    Retention(List<History> histories, Environment settings, JdbcClient jdbc, Clock clock) {
        this.histories = histories;
        this.jdbc = jdbc;
        this.clock = clock;
        var ofAll = period(settings, SETTING, DEFAULT);
        for (var kind : HistoryKind.values()) {
            kept.put(kind, period(settings, SETTING + "." + kind.setting(), ofAll));
        }
    }

    private static Period period(Environment settings, String name, Period otherwise) {
        var period = settings.getProperty(name, Period.class, otherwise);
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException(name + " must be a positive period, such as P2Y");
        }
        return period.toTotalMonths() + period.getDays() / 31 > LONGEST.toTotalMonths() ? LONGEST : period;
    }

    /** How much is kept of each kind now. */
    public List<KeptHistory> kept() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var months = histories.stream()
                .collect(groupingBy(
                        History::kind, TreeMap::new, flatMapping(history -> history.months().stream(), toList())));
        return months.entrySet().stream()
                .map(it -> KeptHistory.of(
                        it.getKey(), period(it.getKey()), it.getValue(), dropped.get(it.getKey()), today))
                .toList();
    }

    /** The first day of which nothing is forgotten yet: what was dropped does not come back when it is to be kept for longer. */
    public LocalDate keptSince(HistoryKind kind) {
        var wanted = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minus(period(kind));
        var there = dropped.getOrDefault(kind, wanted);
        return there.isAfter(wanted) ? there : wanted;
    }

    /** See docs/adr/0130. */
    @EventListener(ApplicationStartedEvent.class)
    public void remember() {
        jdbc.sql("select kind, until from history_cut").query(row -> {
            dropped.put(HistoryKind.valueOf(row.getString("kind")), row.getObject("until", LocalDate.class));
        });
    }

    private void remember(HistoryKind kind, Instant before) {
        jdbc.sql("""
                        insert into history_cut as cut (kind, until) values (:kind, :until)
                        on conflict (kind) do update set until = greatest(cut.until, excluded.until)
                        """)
                .param("kind", kind.name())
                .param("until", LocalDate.ofInstant(before, ZoneOffset.UTC))
                .update();
        remember();
    }

    /** Answers of how many months and rows something was dropped. */
    int drop() {
        return histories.stream().mapToInt(this::drop).sum();
    }

    private int drop(History history) {
        var before = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minus(period(history.kind()))
                .toInstant();
        var count = history.dropBefore(before);
        if (count > 0) {
            LOG.info("Dropped {} of {} from before {}", count, history.kind().setting(), before);
            remember(history.kind(), before);
        }
        return count;
    }

    private Period period(HistoryKind kind) {
        return Objects.requireNonNull(kept.get(kind));
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
