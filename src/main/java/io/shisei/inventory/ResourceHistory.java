package io.shisei.inventory;

import io.shisei.database.History;
import io.shisei.database.HistoryKind;
import io.shisei.database.Series;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes of resources, by month. What they are now, and what changed with a verdict, is kept elsewhere. */
@Component
class ResourceHistory implements History {

    static final Series CHANGES = new Series("resource_change");

    private final JdbcClient jdbc;

    ResourceHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public HistoryKind kind() {
        return HistoryKind.DOCUMENTS;
    }

    @Override
    public int dropBefore(Instant before) {
        return CHANGES.dropBefore(jdbc, before);
    }

    @Override
    public List<Month> months() {
        return CHANGES.months(jdbc);
    }
}
