package io.shisei.dashboard.schedule;

import io.shisei.dashboard.Words;
import io.shisei.schedule.timetable.Blackout;
import java.time.DayOfWeek;
import java.util.List;
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

    /** @param field what the window is called when it cannot be read */
    Blackout toBlackout(String field) {
        return Blackout.parse(field, days == null || days.isEmpty() ? null : days, from, to);
    }
}
