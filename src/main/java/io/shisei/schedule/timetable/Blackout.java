package io.shisei.schedule.timetable;

import io.shisei.refusal.Refusal;
import io.shisei.schedule.ScheduleCode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

    /**
     * Reads a window that somebody typed.
     *
     * @param field the window's own, such as {@code blackouts/0}
     * @param days null: every day
     * @throws Refusal.Invalid when days are given, but none, or a time is missing or is none
     */
    public static Blackout parse(
            String field, @Nullable Collection<DayOfWeek> days, @Nullable String from, @Nullable String to) {
        if (days != null && days.isEmpty()) {
            throw new Refusal.Invalid(ScheduleCode.NO_WINDOW_DAY, field + "/days");
        }
        return new Blackout(
                days == null ? Set.of() : Set.copyOf(days), time(field + "/from", from), time(field + "/to", to));
    }

    private static LocalTime time(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Refusal.Invalid(ScheduleCode.NO_WINDOW_TIME, field);
        }
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refusal.Invalid(ScheduleCode.NOT_A_WINDOW_TIME, field, text);
        }
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
