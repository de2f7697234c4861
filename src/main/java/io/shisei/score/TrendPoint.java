package io.shisei.score;

import io.shisei.finding.Counts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a control right after a scan, or after an operator's choice.
 *
 * @param coverage 0 to 100 then
 * @param staleAccounts how many accounts were not scanned on that day, and count with what they had
 * @param overdue findings that should have been mended by then; null without a deadline, or before they were counted
 */
public record TrendPoint(
        Instant at,
        Counts counts,
        double coverage,
        int staleAccounts,
        @Nullable Long overdue) {

    /** Of one account. */
    public TrendPoint(Instant at, Counts counts, double coverage) {
        this(at, counts, coverage, 0, null);
    }
}
