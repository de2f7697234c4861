package io.shisei.aws.rate;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * When the reading of a service is cut off, by a clock that does not jump: when AWS answered nothing for a time. A large
 * account may take as long as it takes.
 */
final class Deadline {

    private final Duration limit;
    private final TimeMeter clock;
    private volatile long answered;

    Deadline(Duration limit, TimeMeter clock) {
        this.limit = limit;
        this.clock = clock;
        this.answered = clock.currentTimeNanos();
    }

    /** AWS answered a call. */
    void answered() {
        answered = clock.currentTimeNanos();
    }

    /** How long the reading goes on without an answer. */
    Duration limit() {
        return limit;
    }

    /** What is left of it; negative when it is over. */
    Duration left() {
        return limit.minusNanos(clock.currentTimeNanos() - answered);
    }
}
