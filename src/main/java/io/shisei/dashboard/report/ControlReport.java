package io.shisei.dashboard.report;

import io.shisei.account.Circle;
import io.shisei.control.Control;
import io.shisei.dashboard.control.ControlFindings;
import io.shisei.dashboard.trend.Period;
import io.shisei.dashboard.trend.Plot;
import io.shisei.dashboard.trend.Repair;
import io.shisei.dashboard.trend.Sparkline;
import io.shisei.finding.sum.RepairSums;
import io.shisei.score.Stale;
import io.shisei.score.TrendPoint;
import io.shisei.score.circle.CircleTrends;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers the report of a control, in a circle of accounts. */
@Component
class ControlReport {

    private final CircleTrends trends;
    private final RepairSums repairs;
    private final ControlFindings findings;
    private final Clock clock;

    ControlReport(CircleTrends trends, RepairSums repairs, ControlFindings findings, Clock clock) {
        this.trends = trends;
        this.repairs = repairs;
        this.findings = findings;
        this.clock = clock;
    }

    void fill(Model model, Control control, Circle circle, Period period) {
        var points = trends.control(control.id(), circle, period.from(), period.to());
        var found = findings.of(control.id(), circle);
        var repair = repairs.of(control.id(), circle, period.firstDay(), period.lastDay());
        model.addAttribute("control", control);
        model.addAttribute("score", found.score());
        model.addAttribute("line", Sparkline.of(points, period.from(), period.to()));
        var moves = trends.controlSteps(control.id(), circle, period.from(), period.to());
        model.addAttribute("plot", Plot.ofControl(points, moves, period));
        model.addAttribute("moves", MoveSum.of(moves));
        model.addAttribute("repair", Repair.of(repair, clock.instant()));
        model.addAttribute("overdue", found.overdue());
        model.addAttribute("failing", found.failing());
        model.addAttribute(
                "staleSince",
                Stale.since(
                        circle.account(), points.stream().map(TrendPoint::at).toList(), period.to()));
        model.addAttribute(
                "staleAccounts", points.isEmpty() ? 0 : points.getLast().staleAccounts());
        model.addAttribute(
                "coverage", points.isEmpty() ? null : points.getLast().coverage());
    }
}
