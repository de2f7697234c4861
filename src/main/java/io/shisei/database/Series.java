package io.shisei.database;

import java.time.Instant;
import java.util.List;
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

    /**
     * Drops the months that ended before, but for the rows that a view names by {@code id} and {@code at}; answers of how many
     * months something was dropped.
     */
    public int dropBefore(JdbcClient jdbc, Instant before, String butThoseOf) {
        return jdbc.sql("select drop_months_before(:series, :before, :but)")
                .param("series", table)
                .param("before", Instants.utc(before))
                .param("but", butThoseOf)
                .query(Integer.class)
                .single();
    }

    /** What is kept of it, by month, the oldest first. */
    public List<History.Month> months(JdbcClient jdbc) {
        return jdbc.sql("""
                        select to_date(right(inhrelid::regclass::text, 7), 'YYYY_MM') as first,
                               pg_total_relation_size(inhrelid) as bytes
                        from pg_inherits where inhparent = to_regclass(:series) order by first
                        """).param("series", table).query(History.Month::of).list();
    }

    /** Deletes the days of the months that ended before, of a table that has no months of its own. */
    public static void deleteDaysBefore(JdbcClient jdbc, String table, Instant before) {
        jdbc.sql("delete from " + table + " where day < date_trunc('month', :before::timestamptz at time zone 'UTC')")
                .param("before", Instants.utc(before))
                .update();
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
