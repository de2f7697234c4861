package io.shisei.dashboard.overview;

import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.dashboard.trend.Period;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.sum.RepairSums;
import io.shisei.score.Scores;
import io.shisei.score.Stale;
import io.shisei.score.StandardPoint;
import io.shisei.score.circle.CircleTrends;
import io.shisei.score.priority.Priorities;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
class OverviewPages {
    private static final int PRIORITIES = 10;

    private final CircleChoice circles;
    private final Controls controls;
    private final Scores scores;
    private final CircleTrends trends;
    private final Priorities priorities;
    private final RepairSums repairs;
    private final Deadlines deadlines;
    private final AccountRows accounts;
    private final WorkPart work;
    private final FirstReading reading;
    private final Clock clock;

    OverviewPages(
            CircleChoice circles,
            Controls controls,
            Scores scores,
            CircleTrends trends,
            Priorities priorities,
            RepairSums repairs,
            Deadlines deadlines,
            AccountRows accounts,
            WorkPart work,
            FirstReading reading,
            Clock clock) {
        this.circles = circles;
        this.controls = controls;
        this.scores = scores;
        this.trends = trends;
        this.priorities = priorities;
        this.repairs = repairs;
        this.deadlines = deadlines;
        this.accounts = accounts;
        this.work = work;
        this.reading = reading;
        this.clock = clock;
    }

    /** What is looked at: of which accounts, how far back, and the score or what fails. */
    record Address(
            @Nullable String ou,
            @Nullable String account,
            @Nullable Integer days,
            TrendPart.@Nullable View trend) {

        Period period(Clock clock) {
            return Period.of(days == null ? Period.USUAL : days, clock);
        }

        TrendPart.View view() {
            return trend == null ? TrendPart.View.SCORE : trend;
        }
    }

    @GetPage("/")
    String overview(@ModelAttribute("address") Address address, Model model) {
        return show(address, model) ? "overview/overview" : "overview/welcome";
    }

    /** What the page asks for again and again while something is being read for the first time. */
    @GetPage("/overview/live")
    String live(@ModelAttribute("address") Address address, Model model) {
        return show(address, model) ? "overview/overview :: live" : "overview/welcome";
    }

    /** Answers false where there is no account. */
    private boolean show(Address address, Model model) {
        var choice = circles.of(address.ou(), address.account());
        if (choice.accounts().isEmpty()) {
            return false;
        }
        model.addAttribute("choice", choice);
        model.addAttribute("unsuppressed", WorkflowStatus.OPEN);
        model.addAttribute("periods", Period.CHOICES);
        show(choice, address.period(clock), address.view(), model);
        return true;
    }

    private void show(CircleChoice.Choice choice, Period period, TrendPart.View view, Model model) {
        var circle = choice.circle();
        var standard = controls.standard(Standard.FSBP).orElseThrow();
        var posture = scores.posture(Standard.FSBP, circle);
        var history = trends.history(Standard.FSBP, circle, period.from(), period.to(), Head.BACK);
        var open = repairs.byControl(circle, period.firstDay(), period.lastDay());
        var times = deadlines.times();
        var now = clock.instant();
        model.addAttribute("standard", standard);
        model.addAttribute("head", Head.of(posture.standard(), history));
        var severities = SeverityRow.of(posture.standard());
        model.addAttribute("severities", severities);
        model.addAttribute("trend", TrendPart.of(view, history, SeverityRow.failing(severities), period));
        model.addAttribute(
                "priorities",
                priorities.list(posture, open, times, circle, PRIORITIES).stream()
                        .map(it -> PriorityRow.of(it, now))
                        .toList());
        model.addAttribute("accounts", accounts.of(standard, choice));
        var underWay = work.of(choice, standard, open, times);
        model.addAttribute("work", underWay);
        model.addAttribute("reading", reading.of(choice, underWay.running()));
        var points = history.points();
        model.addAttribute("blank", Blank.of(posture.standard(), points, choice, underWay.newest()));
        model.addAttribute(
                "staleSince",
                Stale.since(
                        circle.account(), points.stream().map(StandardPoint::at).toList(), period.to()));
        model.addAttribute(
                "staleAccounts", points.isEmpty() ? 0 : points.getLast().staleAccounts());
    }
}
