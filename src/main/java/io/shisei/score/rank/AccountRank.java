package io.shisei.score.rank;

import io.shisei.control.Severity;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an account keeps a standard, beside others.
 *
 * @param score Security Hub's, at its last point; null where nothing was judged
 * @param change by how many points the score differs from that of a week ago; null where there was none
 * @param coverage 0 to 100, at its last point; null before that
 * @param scannedAt its last point; null before that
 * @param stale whether that is long ago
 * @param failing the findings that fail now, by severity; those of none are left out
 */
public record AccountRank(
        String accountId,
        @Nullable Integer score,
        @Nullable Integer change,
        @Nullable Double coverage,
        @Nullable Instant scannedAt,
        boolean stale,
        Map<Severity, Long> failing) {

    AccountRank with(Map<Severity, Long> known) {
        return new AccountRank(accountId, score, change, coverage, scannedAt, stale, known);
    }
}
