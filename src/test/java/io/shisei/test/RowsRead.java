package io.shisei.test;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows are read of a table, which says on an idle machine and on a busy one what will be slow when it has millions. */
public final class RowsRead {

    private RowsRead() {}

    /**
     * So that indexes are used where there are few rows, which are read whole otherwise. Until the transaction ends.
     * Neither what other tests rolled back, which swells indexes, nor a plan for any parameters counts.
     */
    public static void asIfThereWereMany(JdbcClient jdbc, String table) {
        if (!isPartitioned(jdbc, table)) {
            jdbc.sql("reindex table " + table).update();
        }
        jdbc.sql("analyze " + table).update();
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        jdbc.sql("set local enable_seqscan = off").update();
    }

    /** What has months is not reindexed within a transaction. */
    private static boolean isPartitioned(JdbcClient jdbc, String table) {
        return jdbc.sql("select relkind = 'p' from pg_class where oid = :table::regclass")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }

    /** Those that {@code reading} reads within the test's transaction, of a table and its months. */
    public static long of(JdbcClient jdbc, String table, Runnable reading) {
        var before = read(jdbc, table);
        reading.run();
        return read(jdbc, table) - before;
    }

    private static long read(JdbcClient jdbc, String table) {
        return jdbc.sql("""
                        select coalesce(sum(seq_tup_read + idx_tup_fetch), 0) from pg_stat_xact_user_tables
                        where regexp_replace(relname, '_\\d{4}_\\d{2}$', '') = :table
                        """).param("table", table).query(Long.class).single();
    }
}
