package io.shisei.dashboard;

import io.shisei.schedule.Blackout;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A blackout window as people type it; no day means every day. */
record WindowForm(
        @Nullable List<DayOfWeek> days,
        @Nullable String from,
        @Nullable String to) {
    static final WindowForm EMPTY = new WindowForm(null, null, null);

    static WindowForm of(Blackout it) {
        return new WindowForm(
                List.copyOf(it.days()), it.from().toString(), it.to().toString());
    }

    /** A line without times is left out, whatever its days. */
    boolean empty() {
        return Words.orNull(from) == null && Words.orNull(to) == null;
    }

    public boolean on(DayOfWeek day) {
        return days != null && days.contains(day);
    }

    /** @throws ScheduleForm.Incomplete when a time is missing */
    Blackout toBlackout() {
        return new Blackout(days == null ? Set.of() : Set.copyOf(days), time(from), time(to));
    }

    private static LocalTime time(@Nullable String text) {
        try {
            return LocalTime.parse(text == null ? "" : text.strip());
        } catch (DateTimeException e) {
            throw new ScheduleForm.Incomplete(Problem.at("blackouts", "problem.window"));
        }
    }
}
