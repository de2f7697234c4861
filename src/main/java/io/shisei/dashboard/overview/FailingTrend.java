package io.shisei.dashboard.overview;

import io.shisei.control.Severity;
import io.shisei.dashboard.trend.CountLine;
import io.shisei.dashboard.trend.CountLine.Count;
import io.shisei.dashboard.trend.Period;
import io.shisei.score.StandardPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How many findings failed, a line for each severity of which any did, and how many were overdue.
 *
 * @param overdue a line without anything known where there is no deadline
 */
record FailingTrend(List<Line> lines, CountLine overdue) {

    /** @param now how many fail at this moment, which the last point may not know yet */
    record Line(Severity severity, CountLine line, long now) {}

    static FailingTrend of(List<StandardPoint> points, Map<Severity, Long> now, Period period) {
        var lines = Arrays.stream(Severity.values())
                .map(severity -> new Line(severity, line(points, severity, period), now.getOrDefault(severity, 0L)))
                .filter(it -> it.line().most() > 0 || it.now() > 0)
                .toList();
        var overdue =
                points.stream().map(it -> new Count(it.at(), it.overdue())).toList();
        return new FailingTrend(lines, CountLine.of(overdue, period));
    }

    private static CountLine line(List<StandardPoint> points, Severity severity, Period period) {
        var counts = points.stream()
                .filter(it -> it.failing() != null)
                .map(it ->
                        new Count(it.at(), Objects.requireNonNull(it.failing()).getOrDefault(severity, 0L)))
                .toList();
        return CountLine.of(counts, period);
    }
}
