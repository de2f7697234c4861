package io.shisei.dashboard.report;

import io.shisei.account.Circle;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.dashboard.trend.Period;
import io.shisei.dashboard.trend.Plot;
import io.shisei.dashboard.trend.Repair;
import io.shisei.dashboard.trend.Sparkline;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.sum.RepairSum;
import io.shisei.finding.sum.RepairSums;
import io.shisei.score.ControlScore;
import io.shisei.score.Scores;
import io.shisei.score.Stale;
import io.shisei.score.StandardPoint;
import io.shisei.score.circle.CircleTrends;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers the report of a standard, in a circle of accounts. */
@Component
class StandardReport {

    /** More than these nobody reads on one page. */
    private static final int LINES = 10;

    private final Controls controls;
    private final Scores scores;
    private final CircleTrends trends;
    private final RepairSums repairs;
    private final Findings findings;
    private final Clock clock;

    StandardReport(
            Controls controls, Scores scores, CircleTrends trends, RepairSums repairs, Findings findings, Clock clock) {
        this.controls = controls;
        this.scores = scores;
        this.trends = trends;
        this.repairs = repairs;
        this.findings = findings;
        this.clock = clock;
    }

    void fill(Model model, Standard standard, Circle circle, Period period, Locale locale) {
        var posture = scores.posture(standard.id(), circle);
        model.addAttribute("standard", standard);
        model.addAttribute("score", posture.standard());
        model.addAttribute("unsuppressed", WorkflowStatus.OPEN);
        model.addAttribute("overdue", findings.count(FindingFilter.overdue(circle)));
        var history = trends.history(standard.id(), circle, period.from(), period.to(), List.of());
        model.addAttribute("plot", Plot.ofStandard(history.points(), history.steps(), period));
        model.addAttribute("moves", MoveSum.of(history.steps()));
        fillTrend(model, history.points(), circle, period);
        fillControls(model, lines(standard, posture.controls(), circle, period, locale));
    }

    private static void fillTrend(Model model, List<StandardPoint> points, Circle circle, Period period) {
        model.addAttribute("line", Sparkline.ofStandard(points, period.from(), period.to()));
        model.addAttribute(
                "staleSince",
                Stale.since(
                        circle.account(), points.stream().map(StandardPoint::at).toList(), period.to()));
        model.addAttribute(
                "staleAccounts", points.isEmpty() ? 0 : points.getLast().staleAccounts());
    }

    private static void fillControls(Model model, List<ControlLine> lines) {
        var worst = Comparator.comparing(ControlLine::severity)
                .thenComparing(line -> -line.counts().failed())
                .thenComparing(ControlLine::id);
        model.addAttribute(
                "worst",
                lines.stream()
                        .filter(line -> line.counts().failed() > 0)
                        .sorted(worst)
                        .limit(LINES)
                        .toList());
        var most = Comparator.<ControlLine>comparingLong(line -> -line.repair().fixes())
                .thenComparing(ControlLine::id);
        var fixed = lines.stream()
                .filter(line -> line.repair().fixes() > 0)
                .sorted(most)
                .toList();
        model.addAttribute("fixed", fixed.stream().limit(LINES).toList());
        model.addAttribute(
                "fixes", fixed.stream().mapToLong(line -> line.repair().fixes()).sum());
    }

    private List<ControlLine> lines(
            Standard standard, Map<ControlId, ControlScore> now, Circle circle, Period period, Locale locale) {
        var sums = repairs.byControl(circle, period.firstDay(), period.lastDay());
        return controls.all().stream()
                .filter(control -> standard.controls().contains(control.id()))
                .map(control -> line(control, now, sums, locale))
                .toList();
    }

    private ControlLine line(
            Control control, Map<ControlId, ControlScore> now, Map<ControlId, RepairSum> sums, Locale locale) {
        var counts = Objects.requireNonNull(now.get(control.id())).counts();
        return ControlLine.of(control, counts, Repair.of(sums.get(control.id()), clock.instant()), locale);
    }
}
