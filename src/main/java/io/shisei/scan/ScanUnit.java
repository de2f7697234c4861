package io.shisei.scan;

import io.shisei.refusal.Told;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A region that a scan reads, or {@code global}.
 *
 * @param problem why it was given up; null unless it was
 */
public record ScanUnit(
        String region,
        State state,
        @Nullable Told problem,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Where a unit stands; {@code FAILED}: it was given up. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}
