package io.shisei.schedule;

import io.shisei.schedule.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done when the time of a run has come, or has gone by while the service was down or the clock jumped.
 *
 * @param run the run to be carried out; null: none
 * @param late whether {@code run} makes up for missed ones
 * @param missed how many runs went by; counted up to 1,000
 */
record Due(@Nullable Instant run, boolean late, int missed) {

    /** A run that begins no later than this is on time: a restart takes no longer. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final int COUNTED = 1_000;

    /** @param first the first run that was not seen to, not after {@code now} */
    static Due of(Timetable timetable, MissedRuns policy, Instant first, Instant now) {
        var limit = now.minus(GRACE);
        if (!first.isBefore(limit)) {
            var current = runs(timetable, first, now);
            return new Due(current.isEmpty() ? first : current.getLast(), false, 0);
        }
        var missed = runs(timetable, first, limit.minusNanos(1)).size();
        var current = runs(timetable, limit, now);
        if (!current.isEmpty()) {
            return new Due(current.getLast(), false, missed);
        }
        var late = policy == MissedRuns.RUN_ONCE;
        return new Due(late ? first : null, late, Math.max(1, missed));
    }

    /** The runs from {@code from} to {@code to}, both included. */
    private static List<Instant> runs(Timetable timetable, Instant from, Instant to) {
        var runs = new ArrayList<Instant>();
        var last = from.minusNanos(1);
        while (runs.size() < COUNTED) {
            var next = timetable.next(last, 1);
            if (next.isEmpty() || next.getFirst().isAfter(to)) {
                break;
            }
            last = next.getFirst();
            runs.add(last);
        }
        return runs;
    }
}
