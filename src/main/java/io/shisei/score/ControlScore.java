package io.shisei.score;

import io.shisei.control.ControlId;
import io.shisei.finding.Counts;
import io.shisei.inventory.Gap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a control is kept now.
 *
 * @param unsuppressed the counts if none of the findings were suppressed
 * @param gaps what kept its resources from being listed, each once
 * @param evaluatedAt when it was last evaluated anywhere; null when never
 */
public record ControlScore(
        ControlId control,
        ControlStatus status,
        Counts counts,
        Counts unsuppressed,
        List<Gap> gaps,
        @Nullable Instant evaluatedAt) {

    /** Of a control of which nothing is known yet. */
    public static ControlScore none(ControlId control) {
        return new ControlScore(control, ControlStatus.NO_DATA, Counts.NONE, Counts.NONE, List.of(), null);
    }

    /** As it would be if these of its findings were suppressed. */
    ControlScore hiding(Counts hidden) {
        var left = counts.hiding(hidden);
        return new ControlScore(control, status(left), left, unsuppressed, gaps, evaluatedAt);
    }

    /** If none of its findings were suppressed. */
    ControlStatus unsuppressedStatus() {
        return status(unsuppressed);
    }

    /** If what fails passed. */
    public ControlStatus mended() {
        return status(new Counts(counts.passed() + counts.failed(), 0, counts.unknown(), counts.suppressed()));
    }

    private ControlStatus status(Counts others) {
        return status(status != ControlStatus.DISABLED, others, gaps, evaluatedAt);
    }

    /** As it would be, on or off, with so many more or (below zero) fewer findings; what is suppressed is left as it is. */
    ControlScore with(boolean enabled, Counts more) {
        var then = counts.plus(more);
        var status = status(enabled, then, gaps, evaluatedAt);
        return new ControlScore(control, status, then, unsuppressed, gaps, evaluatedAt);
    }

    static ControlStatus status(boolean enabled, Counts counts, List<Gap> gaps, @Nullable Instant evaluatedAt) {
        if (!enabled) {
            return ControlStatus.DISABLED;
        }
        if (counts.failed() > 0) {
            return ControlStatus.FAILED;
        }
        if (counts.unknown() > 0 || !gaps.isEmpty()) {
            return ControlStatus.UNKNOWN;
        }
        if (counts.passed() > 0) {
            return ControlStatus.PASSED;
        }
        return evaluatedAt == null || counts.suppressed() > 0 ? ControlStatus.NO_DATA : ControlStatus.PASSED;
    }
}
