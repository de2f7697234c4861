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
 * @param gaps what kept its resources from being listed, each once
 * @param evaluatedAt when it was last evaluated anywhere; null when never
 */
public record ControlScore(
        ControlId control,
        ControlStatus status,
        Counts counts,
        List<Gap> gaps,
        @Nullable Instant evaluatedAt) {}
