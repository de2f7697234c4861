package io.shisei.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which transactions have been committed: whoever sees equal moments sees equal rows, and a moment never comes back. It is
 * PostgreSQL's {@code pg_current_snapshot()}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SNAPSHOT">PostgreSQL's
 *     documentation</a>
 */
public record Moment(String snapshot) {

    /** The moment of now, for one who is in no transaction. */
    public static Moment now(JdbcClient database) {
        return new Moment(database.sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single());
    }
}
