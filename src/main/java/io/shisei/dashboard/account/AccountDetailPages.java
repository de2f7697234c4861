package io.shisei.dashboard.account;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.coverage.Coverage;
import io.shisei.coverage.Coverages;
import io.shisei.dashboard.Documents;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.scan.MissingReads;
import io.shisei.dashboard.trend.Chart;
import io.shisei.dashboard.trend.Period;
import io.shisei.dashboard.trend.Signed;
import io.shisei.scan.Scan;
import io.shisei.scan.Scans;
import io.shisei.score.Scores;
import io.shisei.score.Stale;
import io.shisei.score.StandardPoint;
import io.shisei.score.Trends;
import io.shisei.score.rank.AccountRank;
import io.shisei.score.rank.AccountRanks;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one account. */
@Controller
class AccountDetailPages {
    private static final int SCANS = 10;

    private final Accounts accounts;
    private final Scores scores;
    private final Trends trends;
    private final AccountRanks ranks;
    private final Scans scans;
    private final Coverages coverages;
    private final Controls controls;
    private final MissingReads missing;
    private final Documents documents;
    private final Clock clock;

    AccountDetailPages(
            Accounts accounts,
            Scores scores,
            Trends trends,
            AccountRanks ranks,
            Scans scans,
            Coverages coverages,
            Controls controls,
            MissingReads missing,
            Documents documents,
            Clock clock) {
        this.accounts = accounts;
        this.scores = scores;
        this.trends = trends;
        this.ranks = ranks;
        this.scans = scans;
        this.coverages = coverages;
        this.controls = controls;
        this.missing = missing;
        this.documents = documents;
        this.clock = clock;
    }

    @GetPage("/accounts/{id}")
    String show(@PathVariable String id, @RequestParam(defaultValue = "90") int days, Model model) {
        var account = accounts.findById(id).orElseThrow();
        var period = Period.of(days, clock);
        model.addAttribute("view", view(account, period));
        model.addAttribute("days", days);
        model.addAttribute("periods", Period.CHOICES);
        model.addAttribute("standard", Standard.FSBP);
        return "accounts/account";
    }

    private AccountView view(Account account, Period period) {
        var trend = trends.standard(Standard.FSBP, account.id(), period.from(), period.to());
        var newest = scans.newest(Set.of(account.id()), SCANS);
        var points = trend.stream().map(StandardPoint::at).toList();
        return new AccountView(
                AccountRow.of(account),
                scores.standard(Standard.FSBP, account.id()),
                Signed.of(change(account)),
                Chart.ofStandard(trend, period, documents),
                newest,
                scans.lastComplete(account.id()).orElse(null),
                Stale.since(account.id(), points, period.to()),
                missing.of(coverage(newest), account.partition()),
                controls.saidOf(account.id()));
    }

    private List<Coverage> coverage(List<Scan> newest) {
        return newest.stream()
                .filter(scan -> scan.state().ended())
                .findFirst()
                .map(scan -> coverages.of(scan.id()))
                .orElse(List.of());
    }

    private @Nullable Integer change(Account account) {
        var standard = controls.standard(Standard.FSBP).orElseThrow();
        return ranks.list(standard, Circle.of(account.id()), 1).stream()
                .findFirst()
                .map(AccountRank::change)
                .orElse(null);
    }
}
