package io.shisei.inventory;

import io.shisei.database.History;
import io.shisei.database.Series;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes of resources, by month. */
@Component
class ResourceHistory implements History {

    static final Series CHANGES = new Series("resource_change");

    private final JdbcClient jdbc;

    ResourceHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "months of documents";
    }

    @Override
    public int dropBefore(Instant before) {
        return CHANGES.dropBefore(jdbc, before);
    }
}
