package io.shisei.dashboard.overview;

import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.coverage.Evaluations;
import io.shisei.dashboard.AccountChoice;
import io.shisei.dashboard.Documents;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.control.ControlFindings;
import io.shisei.dashboard.trend.Chart;
import io.shisei.dashboard.trend.Period;
import io.shisei.dashboard.trend.Repair;
import io.shisei.dashboard.trend.StepList;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.finding.sum.RepairSums;
import io.shisei.sample.SampleAccount;
import io.shisei.scan.Scans;
import io.shisei.score.ControlStatus;
import io.shisei.score.Scores;
import io.shisei.score.Stale;
import io.shisei.score.StandardPoint;
import io.shisei.score.StandardScore;
import io.shisei.score.StandardScore.BySeverity;
import io.shisei.score.Trends;
import io.shisei.score.step.Steps;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OverviewPages {
    private static final String STANDARD = "fsbp";
    private static final int UNREAD_SHOWN = 5;
    private static final int SCANS_SHOWN = 5;
    private static final BySeverity NONE = new BySeverity(0, 0, 0);

    private final AccountChoice accounts;
    private final Controls controls;
    private final Scores scores;
    private final Findings findings;
    private final RepairSums repairs;
    private final Evaluations evaluations;
    private final Trends trends;
    private final Steps steps;
    private final Scans scans;
    private final SampleAccount sample;
    private final Documents documents;
    private final Clock clock;

    OverviewPages(
            AccountChoice accounts,
            Controls controls,
            Scores scores,
            Findings findings,
            RepairSums repairs,
            Evaluations evaluations,
            Trends trends,
            Steps steps,
            Scans scans,
            SampleAccount sample,
            Documents documents,
            Clock clock) {
        this.accounts = accounts;
        this.controls = controls;
        this.scores = scores;
        this.findings = findings;
        this.repairs = repairs;
        this.evaluations = evaluations;
        this.trends = trends;
        this.steps = steps;
        this.scans = scans;
        this.sample = sample;
        this.documents = documents;
        this.clock = clock;
    }

    record StatusCount(ControlStatus status, int count) {}

    record SeverityRepair(Severity severity, Repair repair) {}

    record SeverityCount(Severity severity, int failed, int controls, long findings) {}

    /** A scan that could not make some checks completely. */
    record UnreadScan(UUID scanId, String account, long checks) {}

    record Overview(
            StandardScore score,
            List<StatusCount> statuses,
            List<SeverityCount> severities,
            Chart chart,
            Chart findings,
            int days) {
        static Overview of(StandardScore score, Chart chart, Chart findings, int days) {
            var statuses = Arrays.stream(ControlStatus.values())
                    .map(it -> new StatusCount(it, score.controls().getOrDefault(it, 0)))
                    .toList();
            var severities = Arrays.stream(Severity.values())
                    .map(it -> count(it, score.severities().getOrDefault(it, NONE)))
                    .toList();
            return new Overview(score, statuses, severities, chart, findings, days);
        }

        /** The share of findings that pass now, in percent; null without any that pass or fail. */
        public @Nullable Double passing() {
            return findings.points().isEmpty()
                    ? null
                    : findings.points().getLast().score();
        }

        private static SeverityCount count(Severity severity, BySeverity by) {
            return new SeverityCount(severity, by.failedControls(), by.controls(), by.failedFindings());
        }
    }

    @GetPage("/")
    String overview(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "90") int days,
            Model model) {
        var choice = accounts.of(account);
        model.addAttribute("sample", sample.progress());
        if (choice.options().isEmpty()) {
            return "overview/welcome";
        }
        var period = Period.of(days, clock);
        var trend = trends.standard(STANDARD, choice.selected(), period.from(), period.to());
        var score = scores.standard(STANDARD, choice.selected());
        model.addAttribute("choice", choice);
        model.addAttribute("periods", Period.CHOICES);
        model.addAttribute(
                "view",
                Overview.of(
                        score,
                        Chart.ofStandard(trend, period, documents),
                        Chart.ofFindings(trend, period, documents),
                        days));
        model.addAttribute("steps", steps(choice.selected(), trend, period));
        model.addAttribute("standard", controls.standard(STANDARD).orElseThrow());
        model.addAttribute("unread", unread(choice));
        model.addAttribute("overdue", findings.count(FindingFilter.overdue(choice.selected())));
        model.addAttribute("repairs", repairs(choice.selected(), period));
        model.addAttribute("unsuppressed", ControlFindings.COUNTED);
        model.addAttribute("scans", scans.newest(choice.selected(), SCANS_SHOWN));
        return "overview/overview";
    }

    private List<SeverityRepair> repairs(@Nullable String account, Period period) {
        var now = clock.instant();
        var sums = repairs.bySeverity(account, period.firstDay(), period.lastDay());
        return Arrays.stream(Severity.values())
                .map(it -> new SeverityRepair(it, Repair.of(sums.get(it), now)))
                .toList();
    }

    private StepList steps(@Nullable String account, List<StandardPoint> trend, Period period) {
        return new StepList(
                steps.standard(STANDARD, account, period.from(), period.to()),
                null,
                STANDARD,
                account,
                Stale.since(account, trend.stream().map(StandardPoint::at).toList(), period.to()),
                trend.isEmpty() ? 0 : trend.getLast().staleAccounts());
    }

    private List<UnreadScan> unread(AccountChoice.Choice choice) {
        return evaluations.unread(choice.selected(), UNREAD_SHOWN).stream()
                .map(it -> new UnreadScan(it.scanId(), choice.name(it.accountId()), it.checks()))
                .toList();
    }
}
