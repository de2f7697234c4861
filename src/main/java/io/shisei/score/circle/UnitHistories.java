package io.shisei.score.circle;

import io.shisei.account.Circle;
import io.shisei.control.Controls;
import io.shisei.score.StandardPoint;
import io.shisei.score.circle.UnitTrends.Dated;
import io.shisei.score.step.Step;
import io.shisei.score.step.UnitSteps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** All of a unit's history of a standard, from one reading of its accounts' days. */
@Component
class UnitHistories {

    private final UnitTrends trends;
    private final UnitSteps steps;
    private final Controls controls;

    UnitHistories(UnitTrends trends, UnitSteps steps, Controls controls) {
        this.trends = trends;
        this.steps = steps;
        this.controls = controls;
    }

    StandardHistory of(String standardId, Circle unit, Instant from, Instant to, List<Integer> since) {
        var oldest = to.minus(Duration.ofDays(since.isEmpty() ? 0 : Collections.max(since)));
        var before = (from.isBefore(oldest) ? from : oldest).minus(Duration.ofDays(1)); // what held before
        var dates = trends.daysOf(before, from, to);
        var today = dates.getLast();
        var standard = controls.standard(standardId).orElseThrow();
        var all = trends.standard(standard, unit, dates.getFirst(), today);
        var days = all.stream().filter(it -> !it.point().at().isBefore(from)).toList();
        return new StandardHistory(
                days.stream().map(Dated::point).toList(),
                steps.standard(standardId, unit, steps(withTheOneBefore(all, days)), dates.get(1), today),
                since.stream().map(back -> since(all, today, back)).toList());
    }

    private static <P> List<Dated<P>> withTheOneBefore(List<Dated<P>> all, List<Dated<P>> days) {
        return all.subList(Math.max(0, all.size() - days.size() - 1), all.size());
    }

    private static List<Step.Day> steps(List<Dated<StandardPoint>> days) {
        return days.stream().map(it -> Step.Day.of(it.day(), it.point())).toList();
    }

    private static ScoreSince since(List<Dated<StandardPoint>> days, LocalDate today, int back) {
        var day = today.minusDays(back);
        var held = days.stream().filter(it -> !it.day().isAfter(day)).reduce((before, after) -> after);
        return new ScoreSince(back, day, held.map(it -> it.point().score()).orElse(null));
    }
}
