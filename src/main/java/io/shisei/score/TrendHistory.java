package io.shisei.score;

import io.shisei.database.History;
import io.shisei.database.HistoryKind;
import io.shisei.database.Series;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The points of trends, by month. */
@Component
class TrendHistory implements History {

    private static final List<Series> POINTS = List.of(new Series("control_trend"), new Series("standard_trend"));

    /** By the day that a moment is counted in, which may be another month's than the moment is. */
    private static final List<Series> DAYS = List.of(
            new Series("control_day"),
            new Series("standard_day"),
            new Series("control_step"),
            new Series("standard_step"));

    private final JdbcClient jdbc;

    TrendHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ensureMonth(Instant at) {
        POINTS.forEach(series -> series.ensureMonth(jdbc, at));
        var day = DayZone.dayOf(jdbc, at).atStartOfDay(ZoneOffset.UTC).toInstant();
        DAYS.forEach(series -> series.ensureMonth(jdbc, day));
    }

    @Override
    public HistoryKind kind() {
        return HistoryKind.TRENDS;
    }

    @Override
    public int dropBefore(Instant before) {
        Stream.of("control_last", "unit_day", "unit_step")
                .forEach(table -> Series.deleteDaysBefore(jdbc, table, before));
        return all().mapToInt(series -> series.dropBefore(jdbc, before)).sum();
    }

    @Override
    public List<Month> months() {
        return all().flatMap(series -> series.months(jdbc).stream()).toList();
    }

    private static Stream<Series> all() {
        return Stream.concat(POINTS.stream(), DAYS.stream());
    }
}
