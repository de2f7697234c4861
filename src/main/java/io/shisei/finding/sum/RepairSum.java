package io.shisei.finding.sum;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How mending goes of some findings.
 *
 * @param open how many are active, not suppressed and fail, or are not known to fail no more
 * @param openSince the seconds from 1970 to when each of these began to fail, added up
 * @param fixes how many passed in the period, having failed before
 * @param fixSeconds how long these had failed, added up
 */
public record RepairSum(long open, long openSince, long fixes, long fixSeconds) {

    public static final RepairSum NONE = new RepairSum(0, 0, 0, 0);

    public RepairSum plus(RepairSum other) {
        return new RepairSum(
                open + other.open, openSince + other.openSince, fixes + other.fixes, fixSeconds + other.fixSeconds);
    }

    /** For how long the open ones have failed, on average; null where none is open. */
    public @Nullable Duration meanAge(Instant now) {
        return open == 0 ? null : Duration.ofSeconds(now.getEpochSecond() - openSince / open);
    }

    /** How long the fixed ones had failed, on average; null where none was fixed. */
    public @Nullable Duration meanTimeToFix() {
        return fixes == 0 ? null : Duration.ofSeconds(fixSeconds / fixes);
    }
}
