package io.shisei.api.problem;

import io.shisei.database.Outage;
import io.shisei.entry.BodyTooLarge;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** What is to be said of faults of ours, and of what the database does not take. */
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static ProblemAnswer answer(Throwable exception) {
        var tooLarge = Causes.find(exception, BodyTooLarge.class);
        if (tooLarge.isPresent()) {
            return Bodies.tooLarge(tooLarge.get());
        }
        if (sqlState(exception).startsWith("22")) {
            return ProblemAnswer.of(ProblemType.MALFORMED, "a value has characters, or a size, that cannot be stored");
        }
        return Outage.behind(exception)
                .map(outage -> during(outage, exception))
                .or(() -> Causes.find(exception, ConcurrencyFailureException.class)
                        .map(Faults::concurrent))
                .or(() -> Causes.find(exception, DuplicateKeyException.class).map(Faults::concurrent))
                .orElseGet(() -> ours(exception));
    }

    private static ProblemAnswer during(Outage outage, Throwable exception) {
        LOG.warn("A call of the API was not carried out ({}): {}", outage, ProblemAnswer.text(exception));
        return ProblemAnswer.of(
                ProblemType.UNAVAILABLE,
                switch (outage) {
                    case AWAY -> "the database cannot be reached just now: try again later";
                    case READ_ONLY ->
                        "the database takes no changes just now, as a standby does: what is there can"
                                + " be read; try again later";
                    case DISK_FULL ->
                        "the database's disk is full: nothing was changed; try again when room was made on it";
                });
    }

    private static ProblemAnswer concurrent(Exception exception) {
        return ProblemAnswer.of(
                ProblemType.CONCURRENT, "another call changed it at the same moment: read it, and try again");
    }

    private static ProblemAnswer ours(Throwable exception) {
        LOG.error("A call of the API has failed", exception);
        return ProblemAnswer.of(ProblemType.INTERNAL, "the service's log says what happened");
    }

    /** As PostgreSQL's manual lists them in appendix A; empty when no database speaks. */
    private static String sqlState(Throwable exception) {
        return Causes.find(exception, SQLException.class)
                .map(SQLException::getSQLState)
                .orElse("");
    }
}
