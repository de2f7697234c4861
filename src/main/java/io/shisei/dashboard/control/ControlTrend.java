package io.shisei.dashboard.control;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.dashboard.Documents;
import io.shisei.dashboard.trend.Chart;
import io.shisei.dashboard.trend.Period;
import io.shisei.dashboard.trend.Plot;
import io.shisei.dashboard.trend.Repair;
import io.shisei.dashboard.trend.Sparkline;
import io.shisei.dashboard.trend.StepList;
import io.shisei.finding.history.Movements;
import io.shisei.finding.sum.RepairSums;
import io.shisei.score.Stale;
import io.shisei.score.TrendPoint;
import io.shisei.score.circle.CircleTrends;
import io.shisei.score.step.Step;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers how one control was kept over a period, and why that changed. */
@Component
class ControlTrend {

    private static final int MOVEMENTS = 50;

    private final CircleTrends trends;
    private final Movements movements;
    private final RepairSums repairs;
    private final Documents documents;
    private final Clock clock;

    ControlTrend(CircleTrends trends, Movements movements, RepairSums repairs, Documents documents, Clock clock) {
        this.trends = trends;
        this.movements = movements;
        this.repairs = repairs;
        this.documents = documents;
        this.clock = clock;
    }

    void fill(Model model, ControlId control, Circle circle, Period period) {
        var points = trends.control(control, circle, period.from(), period.to());
        var moves = trends.controlSteps(control, circle, period.from(), period.to());
        model.addAttribute("plot", Plot.ofControl(points, moves, period));
        model.addAttribute("chart", Chart.ofControl(points, period, documents));
        model.addAttribute(
                "change", Sparkline.of(points, period.from(), period.to()).change());
        model.addAttribute("steps", steps(control, circle, points, moves, period));
        model.addAttribute("repair", repair(control, circle, period));
        model.addAttribute("movements", movements.newest(control, circle, period.from(), period.to(), MOVEMENTS));
    }

    private static StepList steps(
            ControlId control, Circle circle, List<TrendPoint> points, List<Step> moves, Period period) {
        return new StepList(
                moves,
                control.value(),
                null,
                circle.account(),
                circle.path(),
                Stale.since(
                        circle.account(), points.stream().map(TrendPoint::at).toList(), period.to()),
                points.isEmpty() ? 0 : points.getLast().staleAccounts());
    }

    private Repair repair(ControlId control, Circle circle, Period period) {
        return Repair.of(repairs.of(control, circle, period.firstDay(), period.lastDay()), clock.instant());
    }
}
