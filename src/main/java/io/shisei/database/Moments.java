package io.shisei.database;

import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether anything has been committed since. */
@Component
public class Moments {

    /**
     * Which transactions have been committed: whoever sees equal moments sees equal rows, and a moment never comes back. It
     * is PostgreSQL's {@code pg_current_snapshot()}.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SNAPSHOT">PostgreSQL's
     *     documentation</a>
     */
    public record Moment(String snapshot) {}

    /** The attribute in which a request keeps the moment that was asked for on its way in, so that it is asked for once. */
    public static final String OF_REQUEST = Moments.class.getName() + ".OF_REQUEST";

    private final JdbcClient database;

    Moments(JdbcClient database) {
        this.database = database;
    }

    /** Now, for one who is in no transaction; empty when the database does not answer. */
    public Optional<Moment> now() {
        try {
            return Optional.of(new Moment(database.sql("select pg_current_snapshot()::text")
                    .query(String.class)
                    .single()));
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }
}
