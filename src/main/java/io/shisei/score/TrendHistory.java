package io.shisei.score;

import io.shisei.database.History;
import io.shisei.database.Series;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The points of trends, by month. */
@Component
class TrendHistory implements History {

    private static final List<Series> ALL = List.of(
            new Series("control_trend"),
            new Series("standard_trend"),
            new Series("control_day"),
            new Series("standard_day"));

    private final JdbcClient jdbc;

    TrendHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ensureMonth(Instant at) {
        ALL.forEach(series -> series.ensureMonth(jdbc, at));
    }

    @Override
    public String name() {
        return "months of trends";
    }

    @Override
    public int dropBefore(Instant before) {
        return ALL.stream().mapToInt(series -> series.dropBefore(jdbc, before)).sum();
    }
}
