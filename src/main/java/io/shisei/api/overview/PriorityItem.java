package io.shisei.api.overview;

import io.shisei.api.Language;
import io.shisei.control.Severity;
import io.shisei.paging.Page;
import io.shisei.score.priority.Priority;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A control that fails, and what passing it is worth.
 *
 * @param failing active findings that fail and are not suppressed
 * @param meanAgeSeconds for how long they have failed, on average
 * @param oldestFailingSince when the oldest of them began to fail
 * @param overdue how many should have been mended by now
 * @param scoreGain by how many points the security score rises once these pass; 0 while others of the control are unknown
 */
@Schema(name = "Priority")
record PriorityItem(
        String controlId,
        String title,
        Severity severity,
        long failing,
        @Nullable Long meanAgeSeconds,
        @Nullable Instant oldestFailingSince,
        Page.Total overdue,
        double scoreGain) {

    static PriorityItem of(Priority priority, Language language) {
        var control = priority.control();
        return new PriorityItem(
                control.id().value(),
                language.of(control.title()),
                control.severity(),
                priority.failing(),
                seconds(priority.meanAge()),
                priority.backlog().oldest(),
                priority.backlog().overdue(),
                Math.round(priority.gain() * 100) / 100.0);
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }
}
