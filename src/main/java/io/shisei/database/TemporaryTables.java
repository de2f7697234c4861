package io.shisei.database;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tables whose rows the caller's transaction alone sees, and that end with it. The tables themselves stay with their
 * connection: to make them anew for each transaction would fill PostgreSQL's catalog and throw away its plans.
 */
@Component
public class TemporaryTables {

    private final JdbcTemplate jdbc;

    TemporaryTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Empties the table, and makes it where the connection does not have it yet.
     *
     * @param columns names and types, the same for each caller
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void empty(String table, String columns) {
        jdbc.execute("create temporary table if not exists " + table + " (" + columns + ") on commit delete rows;"
                + " delete from " + table);
    }
}
