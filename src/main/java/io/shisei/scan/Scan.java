package io.shisei.scan;

import io.shisei.control.ControlId;
import io.shisei.refusal.Told;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading of an account.
 *
 * @param regions the regions asked for; null: those of the account
 * @param controlIds the controls asked for; null: every enabled one
 * @param problem why it failed; null unless it did
 * @param coverage share of checks that could be made so far, a check being a control in a region, 0 to 100; null before
 *     the first
 */
public record Scan(
        UUID id,
        String accountId,
        Trigger trigger,
        @Nullable UUID scheduleId,
        ScanState state,
        @Nullable List<String> regions,
        @Nullable List<ControlId> controlIds,
        @Nullable Told problem,
        Progress progress,
        Tally counts,
        @Nullable Double coverage,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** The controls asked for as a set; null: every enabled one. */
    public @Nullable Set<ControlId> chosenControls() {
        return controlIds == null ? null : Set.copyOf(controlIds);
    }

    /** What started a scan. */
    public enum Trigger {
        MANUAL,
        SCHEDULE,
        SAMPLE
    }

    /** In units: one for each region, and one for services without regions. */
    public record Progress(int done, int total) {}

    /**
     * What it came to; {@code opened} and {@code closed} count findings that became or ceased to be FAILED.
     *
     * @param awsCalls requests sent to AWS; {@code retries} of them repeated one that failed, {@code throttles} were
     *     refused as too many
     */
    public record Tally(
            long resources, long evaluations, long opened, long closed, long awsCalls, long retries, long throttles) {}
}
