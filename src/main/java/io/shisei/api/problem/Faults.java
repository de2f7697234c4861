package io.shisei.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What is to be said of faults of ours, and of what the database does not take. */
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static Answer answer(Throwable exception) {
        if (Causes.find(exception, BodyTooLarge.class).isPresent()) {
            return Answer.of(ProblemType.TOO_LARGE, BodyTooLarge.DETAIL);
        }
        if (sqlState(exception).startsWith("22")) {
            return Answer.of(ProblemType.MALFORMED, "a value has characters, or a size, that cannot be stored");
        }
        if (unavailable(exception)) {
            LOG.warn("The database cannot be reached: {}", Answer.text(exception));
            return Answer.of(ProblemType.UNAVAILABLE, "the database cannot be reached just now: try again later");
        }
        LOG.error("A call of the API has failed", exception);
        return Answer.of(ProblemType.INTERNAL, "the service's log says what happened");
    }

    private static boolean unavailable(Throwable exception) {
        return sqlState(exception).startsWith("08")
                || sqlState(exception).startsWith("57P")
                || Causes.find(exception, SQLTransientConnectionException.class).isPresent()
                || Causes.find(exception, DataAccessResourceFailureException.class)
                        .isPresent()
                || Causes.find(exception, TransientDataAccessException.class).isPresent()
                || Causes.find(exception, CannotCreateTransactionException.class)
                        .isPresent();
    }

    /** As PostgreSQL's manual lists them in appendix A; empty when no database speaks. */
    private static String sqlState(Throwable exception) {
        return Causes.find(exception, SQLException.class)
                .map(SQLException::getSQLState)
                .orElse("");
    }
}
