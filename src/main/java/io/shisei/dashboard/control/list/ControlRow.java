package io.shisei.dashboard.control.list;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.dashboard.control.Category;
import io.shisei.dashboard.trend.Sparkline;
import io.shisei.finding.Counts;
import io.shisei.score.ControlStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A control in the list.
 *
 * @param change of the score in {@link ControlRows#CHANGE_DAYS} days, in points; null where it had none then, or has none now
 * @param links to its page, and to the findings that it counts
 */
record ControlRow(
        ControlId id,
        String service,
        Category category,
        String title,
        Severity severity,
        ControlStatus status,
        Counts counts,
        Sparkline line,
        @Nullable Double change,
        boolean retired,
        RowLinks links) {

    public boolean disabled() {
        return status == ControlStatus.DISABLED;
    }

    public long judged() {
        return counts.passed() + counts.failed();
    }

    /** Whether it has findings that the score does not count. */
    public boolean rest() {
        return counts.unknown() > 0 || counts.suppressed() > 0;
    }

    /** How the change looks. */
    public String direction() {
        return change == null || change == 0 ? "faint" : change > 0 ? "up" : "down";
    }

    boolean contains(String text) {
        return (id + " " + title).toLowerCase(Locale.ROOT).contains(text);
    }
}
