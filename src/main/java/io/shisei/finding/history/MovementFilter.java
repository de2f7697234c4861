package io.shisei.finding.history;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which movements are wanted of those that the steps of days count; an empty set and null do not restrict.
 *
 * @param from the first day
 * @param to the last day
 * @param circle in which accounts; of all, those that were in the sums over all
 */
public record MovementFilter(
        LocalDate from,
        LocalDate to,
        Circle circle,
        Set<ControlId> controlIds,
        @Nullable MoveCause cause,
        @Nullable Counted was,
        @Nullable Counted became) {

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** On days that PostgreSQL does not know, nothing has moved, as on the last of those that people mean. */
    public MovementFilter {
        from = known(from);
        to = known(to);
    }

    private static LocalDate known(LocalDate day) {
        return day.isAfter(LAST) || day.isBefore(LocalDate.EPOCH) ? LAST : day;
    }

    /** One control, else those of a standard, else (empty) all. */
    public static Set<ControlId> chosen(Controls controls, @Nullable ControlId control, @Nullable String standardId) {
        if (control != null) {
            return Set.of(control);
        }
        return standardId == null ? Set.of() : controls.members(Set.of(standardId));
    }
}
