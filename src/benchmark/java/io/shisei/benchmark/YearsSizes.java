package io.shisei.benchmark;

import java.sql.SQLException;

/** How large a database is that years have filled, and its tables. */
final class YearsSizes {

    private static final String TABLES = """
            select regexp_replace(relname, '_\\d{4}_\\d{2}$', ''), sum(n_live_tup), sum(pg_table_size(relid)) / 1048576,
                   sum(pg_indexes_size(relid)) / 1048576
            from pg_stat_user_tables where schemaname = 'public'
            group by 1 having sum(pg_total_relation_size(relid)) > 8 * 1048576 order by sum(pg_total_relation_size(relid)) desc
            """;

    private YearsSizes() {}

    static void print(Database database) throws SQLException {
        System.out.println("%s; database of %s MB\n"
                .formatted(
                        Machine.describe(), database.value("select pg_database_size(current_database()) / 1048576")));
        System.out.println("| table | rows | MB | MB of indexes |\n|---|---|---|---|");
        for (var row : database.rows(TABLES)) {
            System.out.println("| %s |".formatted(String.join(" | ", row)));
        }
        System.out.println();
    }
}
