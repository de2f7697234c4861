package io.shisei.database;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table that only grows, one partition a month. */
public record Series(String table) {

    /**
     * Makes the month before its first row. A new partition locks the tables that its rows refer to, so this comes
     * before a transaction changes any row of theirs: one that had changed findings already could wait for another that
     * waits for it.
     */
    public void ensureMonth(JdbcClient jdbc, Instant at) {
        jdbc.sql("select ensure_month(:series, :at)")
                .param("series", table)
                .param("at", Instants.utc(at))
                .query((row, number) -> number)
                .list();
    }

    /** Drops the months that ended before; answers how many. */
    public int dropBefore(JdbcClient jdbc, Instant before) {
        return jdbc.sql("select drop_months_before(:series, :before)")
                .param("series", table)
                .param("before", Instants.utc(before))
                .query(Integer.class)
                .single();
    }
}
