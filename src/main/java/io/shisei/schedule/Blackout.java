package io.shisei.schedule;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A time of the week in which a schedule does not run, in the schedule's zone.
 *
 * @param days the days on which it begins; none: every day
 * @param from the first minute
 * @param to the first minute after it; up to {@code from}: on the next day
 */
public record Blackout(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public Blackout {
        days = Collections.unmodifiableSet(days.isEmpty() ? Set.of(DayOfWeek.values()) : new TreeSet<>(days));
    }

    boolean covers(LocalDateTime local) {
        return beganOn(local, 0) || beganOn(local, 1);
    }

    /** The end of the window that covers {@code local}. */
    LocalDateTime end(LocalDateTime local) {
        var began = local.toLocalDate().minusDays(beganOn(local, 0) ? 0 : 1);
        return began.plusDays(overMidnight() ? 1 : 0).atTime(to);
    }

    private boolean beganOn(LocalDateTime local, int daysAgo) {
        var day = local.toLocalDate().minusDays(daysAgo);
        var end = day.plusDays(overMidnight() ? 1 : 0).atTime(to);
        return days.contains(day.getDayOfWeek()) && !local.isBefore(day.atTime(from)) && local.isBefore(end);
    }

    private boolean overMidnight() {
        return !from.isBefore(to);
    }
}
