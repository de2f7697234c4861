package io.shisei.schedule;

import io.shisei.refusal.Told;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run of a schedule.
 *
 * @param at when it was seen to
 * @param missed how many runs went by while the service was down, of which this is the first
 */
public record Run(Instant dueAt, Instant at, Outcome outcome, int missed, List<Account> accounts) {

    /** What became of a run as a whole. */
    public enum Outcome {
        RAN,
        /** Carried out for those that were missed. */
        RAN_LATE,
        RAN_BY_HAND,
        /** Its time went by while the service was down. */
        MISSED,
        /** A late run whose time had come in a blackout window. */
        SKIPPED_BLACKOUT;

        public boolean ran() {
            return this != MISSED && this != SKIPPED_BLACKOUT;
        }
    }

    /**
     * What became of it in one account.
     *
     * @param startAt the run's time and the jitter
     * @param scanId the scan that was started, or that was in the way
     * @param message why it was refused
     */
    public record Account(
            String accountId,
            Instant startAt,
            Started outcome,
            @Nullable UUID scanId,
            @Nullable Told message) {}

    /** Whether an account's scan was started. */
    public enum Started {
        WAITING,
        STARTED,
        SKIPPED_RUNNING,
        SKIPPED_BLACKOUT,
        SKIPPED_PAUSED,
        MISSED,
        REFUSED
    }
}
