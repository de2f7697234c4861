package io.shisei.score;

import java.time.Instant;

/** The findings of a control right after a scan; {@code coverage} is that of the scan, 0 to 100. */
public record TrendPoint(Instant at, Counts counts, double coverage) {}
