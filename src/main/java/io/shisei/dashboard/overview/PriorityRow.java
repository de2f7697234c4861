package io.shisei.dashboard.overview;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.control.Text;
import io.shisei.paging.Page;
import io.shisei.score.priority.Priority;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of what to fix first.
 *
 * @param oldestDays for how many days its oldest finding fails; null where that is not known
 * @param gain points of the score, in tenths
 */
record PriorityRow(
        ControlId id,
        Text title,
        Severity severity,
        long failing,
        @Nullable Long oldestDays,
        Page.Total overdue,
        double gain) {

    static PriorityRow of(Priority priority, Instant now) {
        var oldest = priority.backlog().oldest();
        return new PriorityRow(
                priority.control().id(),
                priority.control().title(),
                priority.control().severity(),
                priority.failing(),
                oldest == null ? null : Duration.between(oldest, now).toDays(),
                priority.backlog().overdue(),
                Math.round(priority.gain() * 10) / 10.0);
    }

    public boolean more() {
        return overdue.type() == Page.Total.Type.AT_LEAST;
    }
}
