package io.shisei.score;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When what is shown of an account is old: it was not scanned since, and keeps its last value. */
public final class Stale {

    /** A scan a day may be late. */
    private static final Duration FRESH = Duration.ofHours(36);

    private Stale() {}

    /**
     * The moment of the last of these points; null where it is not old at the end of the period, or there is none.
     *
     * @param accountId whose points they are; null: of all accounts, which are never old
     */
    public static @Nullable Instant since(@Nullable String accountId, List<Instant> points, Instant to) {
        return accountId == null
                        || points.isEmpty()
                        || points.getLast().plus(FRESH).isAfter(to)
                ? null
                : points.getLast();
    }
}
