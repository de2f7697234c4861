package io.shisei.scan;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures of the database, which pass, from those of the work. */
final class Outage {

    private Outage() {}

    /** Whether {@code failure} came of a lost connection, a restart (SQLSTATE 08, 57) or a lack of resources (53). */
    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(Outage::isOne);
    }

    private static boolean isOne(Throwable failure) {
        return switch (failure) {
            case DataAccessResourceFailureException ignored -> true;
            case RecoverableDataAccessException ignored -> true;
            case CannotCreateTransactionException ignored -> true;
            case SQLException sql ->
                sql.getSQLState() != null && sql.getSQLState().matches("(08|53|57).*");
            default -> false;
        };
    }
}
