package io.shisei.score.priority;

import io.shisei.control.Control;
import io.shisei.finding.sum.Backlog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A control that is worth passing.
 *
 * @param urgency greater is more urgent; it says nothing by itself
 * @param failing active findings that fail and are not suppressed
 * @param meanAge for how long they have failed, on average; null where that is not known
 * @param gain by how many points the security score of the standard rises once these pass: none while others are unknown
 */
public record Priority(
        Control control,
        double urgency,
        long failing,
        @Nullable Duration meanAge,
        double gain,
        Backlog backlog) {

    Priority with(Backlog known) {
        return new Priority(control, urgency, failing, meanAge, gain, known);
    }
}
