package io.shisei.api.overview;

import io.shisei.api.Known;
import io.shisei.api.Language;
import io.shisei.api.problem.BadCall;
import io.shisei.scan.Scans;
import io.shisei.score.priority.Priorities;
import io.shisei.score.rank.AccountRank;
import io.shisei.score.rank.AccountRanks;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What to do first for the score of a standard. */
@RestController
@RequestMapping("/api/v1/standards/{id}")
@Tag(name = "Standards")
class RankingController {

    private static final int MOST_CONTROLS = 50;
    private static final int MOST_ACCOUNTS = 1000;

    private final Known known;
    private final Priorities priorities;
    private final AccountRanks ranks;
    private final Scans scans;

    RankingController(Known known, Priorities priorities, AccountRanks ranks, Scans scans) {
        this.known = known;
        this.priorities = priorities;
        this.ranks = ranks;
        this.scans = scans;
    }

    /** The most urgent first. */
    @Schema(name = "PriorityList")
    record PriorityAnswer(List<PriorityItem> items) {}

    /** The worst score first, accounts without one last. */
    @Schema(name = "AccountRankList")
    record RankAnswer(List<RankItem> items) {}

    @GetMapping("/priorities")
    @Needs(Permission.READ)
    @Operation(
            summary = "List what to fix first: controls of a standard that fail, the most urgent first",
            description = "Urgency is severity × number of failing findings × their age; see docs/adr/0110.")
    PriorityAnswer priorities(
            @PathVariable String id,
            @RequestParam(name = "accountId", required = false) @Nullable String accountId,
            @Parameter(description = "An organizational unit, for the accounts that are in it; not with `accountId`")
                    @RequestParam(name = "ou", required = false)
                    @Nullable
                    String ou,
            @Schema(minimum = "1", maximum = "50") @RequestParam(name = "limit", defaultValue = "10") int limit,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        known.standard(id);
        checkLimit(limit, MOST_CONTROLS);
        return new PriorityAnswer(priorities.list(id, known.circle(ou, accountId), limit).stream()
                .map(it -> PriorityItem.of(it, language))
                .toList());
    }

    @GetMapping("/accounts")
    @Needs(Permission.READ)
    @Operation(summary = "List the accounts by their score of a standard, the worst first")
    RankAnswer accounts(
            @PathVariable String id,
            @Parameter(description = "An organizational unit, for the accounts that are in it")
                    @RequestParam(name = "ou", required = false)
                    @Nullable
                    String ou,
            @Schema(minimum = "1", maximum = "1000") @RequestParam(name = "limit", defaultValue = "50") int limit) {
        var standard = known.standard(id);
        checkLimit(limit, MOST_ACCOUNTS);
        var worst = ranks.list(standard, known.circle(ou, null), limit);
        var complete =
                scans.lastCompletions(worst.stream().map(AccountRank::accountId).toList());
        return new RankAnswer(worst.stream()
                .map(it -> RankItem.of(it, complete.get(it.accountId())))
                .toList());
    }

    private static void checkLimit(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw BadCall.malformed("limit", "must be from 1 to " + most);
        }
    }
}
