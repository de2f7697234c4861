package io.shisei.scan;

import io.shisei.database.History;
import io.shisei.database.Instants;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scans that ended, with what they read. */
@Component
class ScanHistory implements History {

    private final JdbcClient jdbc;

    ScanHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "scans";
    }

    @Override
    public int dropBefore(Instant before) {
        return jdbc.sql("delete from scan where finished_at < :before")
                .param("before", Instants.utc(before))
                .update();
    }
}
