package io.shisei.dashboard.account;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.control.Controls;
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
import java.time.Clock;
import java.time.Duration;
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
    private static final String STANDARD = "fsbp";
    private static final int SCANS = 10;
    private static final Duration WEEK = Duration.ofDays(7);

    private final Accounts accounts;
    private final Scores scores;
    private final Trends trends;
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
            Scans scans,
            Coverages coverages,
            Controls controls,
            MissingReads missing,
            Documents documents,
            Clock clock) {
        this.accounts = accounts;
        this.scores = scores;
        this.trends = trends;
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
        model.addAttribute("standard", STANDARD);
        return "accounts/account";
    }

    private AccountView view(Account account, Period period) {
        var trend = trends.standard(STANDARD, account.id(), period.from(), period.to());
        var newest = scans.newest(Set.of(account.id()), SCANS);
        var points = trend.stream().map(StandardPoint::at).toList();
        return new AccountView(
                AccountRow.of(account),
                scores.standard(STANDARD, account.id()),
                Signed.of(change(trend, period)),
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

    private static @Nullable Integer change(List<StandardPoint> trend, Period period) {
        var before = trend.stream()
                .filter(point -> !point.at().isAfter(period.to().minus(WEEK)))
                .reduce((earlier, later) -> later)
                .map(StandardPoint::score)
                .orElse(null);
        var now = trend.isEmpty() ? null : trend.getLast().score();
        return before == null || now == null ? null : now - before;
    }
}
