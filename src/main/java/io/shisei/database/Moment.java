package io.shisei.database;

/**
 * Which transactions have been committed: whoever sees equal moments sees equal rows, and a moment never comes back. It is
 * PostgreSQL's {@code pg_current_snapshot()}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SNAPSHOT">PostgreSQL's
 *     documentation</a>
 */
public record Moment(String snapshot) {}
