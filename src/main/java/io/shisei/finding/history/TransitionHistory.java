package io.shisei.finding.history;

import io.shisei.database.History;
import io.shisei.database.HistoryKind;
import io.shisei.database.Series;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes of findings, by month; those that explain findings as they are now stay. */
@Component
public class TransitionHistory implements History {

    public static final Series TRANSITION = new Series("transition");

    private final JdbcClient jdbc;

    TransitionHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public HistoryKind kind() {
        return HistoryKind.TRANSITIONS;
    }

    @Override
    public int dropBefore(Instant before) {
        return TRANSITION.dropBefore(jdbc, before, "explaining_transition");
    }

    @Override
    public List<Month> months() {
        return TRANSITION.months(jdbc);
    }
}
