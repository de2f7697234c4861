package io.shisei.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * What metrics show of the database: read when somebody looks, and at most once in a while, as each of many gauges looks.
 * What cannot be read is unknown until then.
 */
public final class Glance<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Glance.class);

    private final String what;
    private final Duration fresh;
    private final T unknown;
    private final Clock clock;
    private final Function<Instant, T> read;
    private @Nullable Instant readAt;
    private T last;

    /**
     * @param what it is, for the log
     * @param fresh how long it is not read again
     * @param read reads it at a moment
     */
    public Glance(String what, Duration fresh, T unknown, Clock clock, Function<Instant, T> read) {
        this.what = what;
        this.fresh = fresh;
        this.unknown = unknown;
        this.clock = clock;
        this.read = read;
        this.last = unknown;
    }

    public synchronized T get() {
        var now = clock.instant();
        // The clock may have been set back.
        if (readAt == null || Duration.between(readAt, now).abs().compareTo(fresh) >= 0) {
            try {
                last = read.apply(now);
            } catch (DataAccessException e) {
                LOG.warn("{} cannot be read: {}", what, e.getMessage());
                last = unknown;
            }
            readAt = now;
        }
        return last;
    }
}
