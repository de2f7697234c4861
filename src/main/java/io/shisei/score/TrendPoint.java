package io.shisei.score;

import io.shisei.finding.Counts;
import java.time.Instant;

/** The findings of a control right after a scan, or after an operator's choice; {@code coverage} is 0 to 100 then. */
public record TrendPoint(Instant at, Counts counts, double coverage) {}
