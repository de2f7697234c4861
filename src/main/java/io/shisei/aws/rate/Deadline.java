package io.shisei.aws.rate;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** When the reading of a service is cut off, by a clock that does not jump. */
final class Deadline {

    private final Duration limit;
    private final TimeMeter clock;
    private final long started;

    Deadline(Duration limit, TimeMeter clock) {
        this.limit = limit;
        this.clock = clock;
        this.started = clock.currentTimeNanos();
    }

    /** How long the whole reading may take. */
    Duration limit() {
        return limit;
    }

    /** What is left of it; negative when it is over. */
    Duration left() {
        return limit.minusNanos(clock.currentTimeNanos() - started);
    }
}
