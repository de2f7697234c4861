package io.shisei.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/** States of the database that pass and in which work cannot be done, as against failures of the work. */
public enum Outage {
    /** The connection was lost, the server restarts, or it lacks resources. */
    AWAY,
    /** Nothing can be written, as on a standby (SQLSTATE 25006). */
    READ_ONLY,
    /** There is no room for what is to be written (SQLSTATE 53100). */
    DISK_FULL;

    /** For the log. */
    String meaning() {
        return switch (this) {
            case AWAY -> "the database cannot be reached";
            case READ_ONLY -> "the database takes no changes";
            case DISK_FULL -> "the database's disk is full: make room, and it goes on by itself";
        };
    }

    /** What lies behind {@code failure}; empty when the database is not to blame. */
    public static Optional<Outage> behind(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .map(Outage::of)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner);
    }

    private static @Nullable Outage of(Throwable failure) {
        return switch (failure) {
            case DiskFull ignored -> DISK_FULL;
            case SQLTransientConnectionException ignored -> AWAY;
            case SQLException sql -> ofState(String.valueOf(sql.getSQLState()));
            case DataAccessResourceFailureException ignored -> AWAY;
            case RecoverableDataAccessException ignored -> AWAY;
            case TransientDataAccessResourceException ignored -> AWAY;
            case CannotCreateTransactionException ignored -> AWAY;
            default -> null;
        };
    }

    /** As PostgreSQL's manual lists them in appendix A: 08 connection, 53 resources, 57 operator's intervention. */
    private static @Nullable Outage ofState(String state) {
        return switch (state) {
            case "25006" -> READ_ONLY;
            case "53100" -> DISK_FULL;
            default -> state.matches("(08|53|57).*") ? AWAY : null;
        };
    }
}
