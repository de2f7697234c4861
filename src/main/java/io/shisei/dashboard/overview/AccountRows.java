package io.shisei.dashboard.overview;

import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.dashboard.trend.Signed;
import io.shisei.scan.Scans;
import io.shisei.score.rank.AccountRank;
import io.shisei.score.rank.AccountRanks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts beside each other, the worst first. */
@Component
class AccountRows {

    private static final int SHOWN = 10;

    private final AccountRanks ranks;
    private final Scans scans;

    AccountRows(AccountRanks ranks, Scans scans) {
        this.ranks = ranks;
        this.scans = scans;
    }

    /** @param complete when its last scan ended that read everything; null: none did */
    record Row(String name, AccountRank rank, @Nullable Instant complete) {

        public long critical() {
            return rank.failing().getOrDefault(Severity.CRITICAL, 0L);
        }

        public long high() {
            return rank.failing().getOrDefault(Severity.HIGH, 0L);
        }

        public Signed signed() {
            return Signed.of(rank.change());
        }
    }

    List<Row> of(Standard standard, CircleChoice.Choice choice) {
        var worst = ranks.list(standard, choice.circle(), SHOWN);
        var complete =
                scans.lastCompletions(worst.stream().map(AccountRank::accountId).toList());
        return worst.stream()
                .map(it -> new Row(choice.name(it.accountId()), it, complete.get(it.accountId())))
                .toList();
    }
}
