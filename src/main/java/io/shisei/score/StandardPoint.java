package io.shisei.score;

import io.shisei.control.Severity;
import io.shisei.finding.Counts;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The controls of a standard by status right after a scan; {@code score} is Security Hub's.
 *
 * @param findings those of all its controls; null where a version that did not count them wrote the point
 * @param staleAccounts how many accounts were not scanned on that day, and count with what they had
 * @param overdue findings that should have been mended by then; null without a deadline, or before they were counted
 * @param failing the failing ones of the findings by severity; null where a version that did not count them wrote the point
 */
public record StandardPoint(
        Instant at,
        int passed,
        int failed,
        int unknown,
        int noData,
        int disabled,
        double coverage,
        @Nullable Counts findings,
        int staleAccounts,
        @Nullable Long overdue,
        @Nullable Map<Severity, Long> failing) {

    /** Of one account. */
    public StandardPoint(
            Instant at,
            int passed,
            int failed,
            int unknown,
            int noData,
            int disabled,
            double coverage,
            @Nullable Counts findings) {
        this(at, passed, failed, unknown, noData, disabled, coverage, findings, 0, null, null);
    }

    public @Nullable Integer score() {
        return score(passed, failed, unknown);
    }

    /** The score as a number beside those of controls, which have decimals. */
    public @Nullable Double decimalScore() {
        return decimal(score());
    }

    public static @Nullable Double decimal(@Nullable Integer score) {
        return score == null ? null : score.doubleValue();
    }

    /** Security Hub's, of so many controls of each status; null without any. */
    public static @Nullable Integer score(int passed, int failed, int unknown) {
        var judged = passed + failed + unknown;
        return judged == 0 ? null : (int) Math.round(100.0 * passed / judged);
    }
}
