package io.shisei.database;

import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether anything has been committed since. */
@Component
public class Moments {

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
