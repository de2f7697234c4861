package io.shisei.finding.history;

import io.shisei.database.History;
import io.shisei.database.Series;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes of findings, by month. */
@Component
public class TransitionHistory implements History {

    public static final Series TRANSITION = new Series("transition");

    private final JdbcClient jdbc;

    TransitionHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "months of changes";
    }

    @Override
    public int dropBefore(Instant before) {
        return TRANSITION.dropBefore(jdbc, before);
    }
}
