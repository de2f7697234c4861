package io.shisei.api.overview;

import io.shisei.control.Severity;
import io.shisei.score.rank.AccountRank;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account, beside others.
 *
 * @param score of the standard at the account's last point; null where nothing was judged
 * @param change by how many points it differs from that of a week ago; null where there was none
 * @param scannedAt the last point; null where there is none
 * @param stale whether that is long ago
 * @param lastCompleteScanAt when the last scan ended that read everything
 * @param failing findings of the standard that fail now, by severity
 */
@Schema(name = "AccountRank")
record RankItem(
        String accountId,
        @Nullable Integer score,
        @Nullable Integer change,
        @Nullable Double coverage,
        @Nullable Instant scannedAt,
        boolean stale,
        @Nullable Instant lastCompleteScanAt,
        Map<Severity, Long> failing) {

    static RankItem of(AccountRank rank, @Nullable Instant complete) {
        return new RankItem(
                rank.accountId(),
                rank.score(),
                rank.change(),
                rank.coverage(),
                rank.scannedAt(),
                rank.stale(),
                complete,
                rank.failing());
    }
}
