package io.shisei.coverage;

import io.shisei.inventory.Gap;
import java.time.Instant;
import java.util.List;

/**
 * That a control was evaluated.
 *
 * @param at the last time, anywhere
 * @param gaps what kept resources from being listed, each once
 */
public record Evaluated(Instant at, List<Gap> gaps) {}
