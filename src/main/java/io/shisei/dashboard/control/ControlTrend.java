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
import io.shisei.score.Trends;
import io.shisei.score.step.Step;
import io.shisei.score.step.Steps;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers how one control was kept over a period, and why that changed. */
@Component
class ControlTrend {

    private static final int MOVEMENTS = 50;

    private final Trends trends;
    private final Steps steps;
    private final Movements movements;
    private final RepairSums repairs;
    private final Documents documents;
    private final Clock clock;

    ControlTrend(
            Trends trends, Steps steps, Movements movements, RepairSums repairs, Documents documents, Clock clock) {
        this.trends = trends;
        this.steps = steps;
        this.movements = movements;
        this.repairs = repairs;
        this.documents = documents;
        this.clock = clock;
    }

    /** @param account null: all */
    void fill(Model model, ControlId control, @Nullable String account, Period period) {
        var points = trends.control(control, account, period.from(), period.to());
        var moves = steps.control(control, account, period.from(), period.to());
        model.addAttribute("plot", Plot.ofControl(points, moves, period));
        model.addAttribute("chart", Chart.ofControl(points, period, documents));
        model.addAttribute(
                "change", Sparkline.of(points, period.from(), period.to()).change());
        model.addAttribute("steps", steps(control, account, points, moves, period));
        model.addAttribute("repair", repair(control, account, period));
        model.addAttribute("movements", movements.newest(control, account, period.from(), period.to(), MOVEMENTS));
    }

    private static StepList steps(
            ControlId control, @Nullable String account, List<TrendPoint> points, List<Step> moves, Period period) {
        return new StepList(
                moves,
                control.value(),
                null,
                account,
                Stale.since(account, points.stream().map(TrendPoint::at).toList(), period.to()),
                points.isEmpty() ? 0 : points.getLast().staleAccounts());
    }

    private Repair repair(ControlId control, @Nullable String account, Period period) {
        var sums = repairs.byControl(Circle.of(account), period.firstDay(), period.lastDay());
        return Repair.of(sums.get(control), clock.instant());
    }
}
