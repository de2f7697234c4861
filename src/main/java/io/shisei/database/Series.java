package io.shisei.database;

import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that only grow, one partition a month. */
public enum Series {
    TRANSITION,
    CONTROL_TREND,
    STANDARD_TREND,
    CONTROL_DAY,
    STANDARD_DAY;

    /**
     * Makes the month before its first row. A new partition locks the tables that its rows refer to, so this comes
     * before a transaction changes any row of theirs: one that had changed findings already could wait for another that
     * waits for it.
     */
    public void ensureMonth(JdbcClient jdbc, Instant at) {
        jdbc.sql("select ensure_month(:series, :at)")
                .param("series", table())
                .param("at", Instants.utc(at))
                .query((row, number) -> number)
                .list();
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
