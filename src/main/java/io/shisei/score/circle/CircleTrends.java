package io.shisei.score.circle;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.finding.Counts;
import io.shisei.score.StandardPoint;
import io.shisei.score.TrendPoint;
import io.shisei.score.Trends;
import io.shisei.score.circle.UnitTrends.Dated;
import io.shisei.score.step.Step;
import io.shisei.score.step.Steps;
import io.shisei.score.step.UnitSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.springframework.stereotype.Component;

/**
 * How scores moved in one account, in a unit or in all, and why; oldest point and newest step first. A unit's line is that
 * of the accounts which are in it now.
 */
@Component
public class CircleTrends {

    private final Trends trends;
    private final Steps steps;
    private final ScoresSince since;
    private final UnitTrends unitTrends;
    private final UnitSteps unitSteps;
    private final UnitHistories unitHistories;
    private final UnitLines unitLines;

    CircleTrends(
            Trends trends,
            Steps steps,
            ScoresSince since,
            UnitTrends unitTrends,
            UnitSteps unitSteps,
            UnitHistories unitHistories,
            UnitLines unitLines) {
        this.trends = trends;
        this.steps = steps;
        this.since = since;
        this.unitTrends = unitTrends;
        this.unitSteps = unitSteps;
        this.unitHistories = unitHistories;
        this.unitLines = unitLines;
    }

    /** @param days for how many days ago the score is wanted, counted from {@code to} */
    public StandardHistory history(String standardId, Circle circle, Instant from, Instant to, List<Integer> days) {
        return circle.ou() != null
                ? unitHistories.of(standardId, circle, from, to, days)
                : new StandardHistory(
                        trends.standard(standardId, circle.account(), from, to),
                        steps.standard(standardId, circle.account(), from, to),
                        since.of(standardId, circle, days, to));
    }

    public List<StandardPoint> standard(String standardId, Circle circle, Instant from, Instant to) {
        return circle.ou() == null
                ? trends.standard(standardId, circle.account(), from, to)
                : unitHistories.of(standardId, circle, from, to, List.of()).points();
    }

    public List<Step> standardSteps(String standardId, Circle circle, Instant from, Instant to) {
        return circle.ou() == null
                ? steps.standard(standardId, circle.account(), from, to)
                : unitHistories.of(standardId, circle, from, to, List.of()).steps();
    }

    public List<TrendPoint> control(ControlId control, Circle circle, Instant from, Instant to) {
        if (circle.ou() == null) {
            return trends.control(control, circle.account(), from, to);
        }
        var dates = unitTrends.daysOf(from, to);
        return unitTrends.control(control, circle, dates.getFirst(), dates.getLast()).stream()
                .map(Dated::point)
                .filter(point -> !point.at().isBefore(from))
                .toList();
    }

    /**
     * Of each control from when on it had which counts, on the days on which its score turned.
     *
     * @param now what each has now
     */
    public Map<ControlId, NavigableMap<Instant, Counts>> lines(
            Circle circle, Map<ControlId, Counts> now, Instant from, Instant to) {
        return circle.ou() == null ? trends.lines(circle.account(), from, to) : unitLines.of(circle, now, from, to);
    }

    public List<Step> controlSteps(ControlId control, Circle circle, Instant from, Instant to) {
        if (circle.ou() == null) {
            return steps.control(control, circle.account(), from, to);
        }
        var dates = unitTrends.daysOf(from.minus(Duration.ofDays(1)), from, to); // what held before, too
        var days = unitTrends.control(control, circle, dates.getFirst(), dates.getLast()).stream()
                .map(it -> Step.Day.of(it.day(), it.point()))
                .toList();
        return unitSteps.control(control, circle, days, dates.get(1), dates.getLast());
    }
}
