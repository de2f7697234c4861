package io.shisei.score.rank;

import io.shisei.account.Circle;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.database.Instants;
import io.shisei.finding.sum.FindingSums;
import io.shisei.score.SeveritySums;
import io.shisei.score.Stale;
import io.shisei.score.StandardPoint;
import io.shisei.score.TrendPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts by their scores, the worst first, those without one last. */
@Repository
public class AccountRanks {

    private static final String RANKED = """
            select account.id, held.at, held.coverage, held.passed, held.failed, held.unknown,
                   before.passed as passed_before, before.failed as failed_before, before.unknown as unknown_before
            from (select day_of(:now) - 7 as day) as week
            cross join counted_account as account
            left join lateral (
                select at, passed, failed, unknown, coverage from standard_day
                where account_id = account.id and standard_id = :standard
                order by day desc limit 1) as held on true
            left join lateral (
                select passed, failed, unknown from standard_day
                where account_id = account.id and standard_id = :standard and day <= week.day
                order by day desc limit 1) as before on true
            where until = 'infinity' and (:accounts::text[] is null or account.id = any(:accounts))
            order by held.passed::double precision / nullif(held.passed + held.failed + held.unknown, 0), held.failed desc,
                     account.id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final FindingSums findings;
    private final Controls controls;
    private final Clock clock;

    AccountRanks(JdbcClient jdbc, FindingSums findings, Controls controls, Clock clock) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.controls = controls;
        this.clock = clock;
    }

    /** At most {@code limit} of those that are not retired. */
    public List<AccountRank> list(Standard standard, Circle circle, int limit) {
        var now = clock.instant();
        var ranks = jdbc.sql(RANKED)
                .param("accounts", circle.ids())
                .param("standard", standard.id())
                .param("now", Instants.utc(now))
                .param("limit", limit)
                .query((row, number) -> rank(row, now))
                .list();
        var failing = findings.failing(
                ranks.stream().map(AccountRank::accountId).toList(), SeveritySums.severities(standard, controls));
        return ranks.stream()
                .map(rank -> rank.with(failing.getOrDefault(rank.accountId(), Map.of())))
                .toList();
    }

    private static AccountRank rank(ResultSet row, Instant now) throws SQLException {
        var account = row.getString("id");
        var scannedAt = row.getObject("at") == null ? null : Instants.read(row, "at");
        var score = score(row, "");
        var before = score(row, "_before");
        return new AccountRank(
                account,
                score,
                score == null || before == null ? null : score - before,
                scannedAt == null ? null : TrendPoint.coverage(row),
                scannedAt,
                scannedAt != null && Stale.since(account, List.of(scannedAt), now) != null,
                Map.of());
    }

    private static @Nullable Integer score(ResultSet row, String suffix) throws SQLException {
        return StandardPoint.score(
                row.getInt("passed" + suffix), row.getInt("failed" + suffix), row.getInt("unknown" + suffix));
    }
}
