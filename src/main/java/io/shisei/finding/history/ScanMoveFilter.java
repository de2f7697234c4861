package io.shisei.finding.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which movements are wanted of those that one scan saw; null does not restrict.
 *
 * @param from no movement of the scan is older
 * @param to none is younger; null: the scan goes on
 */
public record ScanMoveFilter(
        UUID scanId,
        String accountId,
        Instant from,
        @Nullable Instant to,
        @Nullable MoveCause cause,
        @Nullable Counted was,
        @Nullable Counted became) {

    boolean holds(Reason move) {
        return (cause == null || cause == move.cause())
                && (was == null || was == move.was())
                && (became == null || became == move.became());
    }
}
