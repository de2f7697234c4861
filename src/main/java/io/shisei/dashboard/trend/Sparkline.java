package io.shisei.dashboard.trend;

import io.shisei.finding.Counts;
import io.shisei.score.StandardPoint;
import io.shisei.score.TrendPoint;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * A small line of scores in a box of 100 × 24: a score holds until the next, the last one until now; the line breaks
 * where there was no score.
 *
 * @param path the line as an SVG path, empty without any score
 * @param x where the last score ends, null without any
 */
public record Sparkline(
        String path,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double first,
        @Nullable Double last) {
    private static final double WIDTH = 96;
    private static final double HEIGHT = 20;

    /** From when on a score holds. */
    private record Turn(Instant at, @Nullable Double score) {}

    public static Sparkline of(List<TrendPoint> points, Instant from, Instant to) {
        return drawn(
                points.stream()
                        .map(point -> new Turn(point.at(), point.counts().score()))
                        .toList(),
                from,
                to);
    }

    /** @param line from when on which counts hold */
    public static Sparkline of(NavigableMap<Instant, Counts> line, Instant from, Instant to) {
        return drawn(
                line.entrySet().stream()
                        .map(it -> new Turn(it.getKey(), it.getValue().score()))
                        .toList(),
                from,
                to);
    }

    public static Sparkline ofStandard(List<StandardPoint> points, Instant from, Instant to) {
        return drawn(
                points.stream()
                        .map(point -> new Turn(point.at(), point.decimalScore()))
                        .toList(),
                from,
                to);
    }

    /** From the first score to the last, in points; null without any. */
    public @Nullable Double change() {
        return first == null || last == null ? null : SteppedPath.tenths(last - first);
    }

    private static Sparkline drawn(List<Turn> points, Instant from, Instant to) {
        var axis = new TimeAxis(from, to);
        var path = new SteppedPath();
        Double x = null;
        Double first = null;
        Double last = null;
        for (int i = 0; i < points.size(); i++) {
            var score = points.get(i).score();
            path.turn(x(axis, points.get(i).at()), score == null ? null : y(score));
            if (score != null) {
                x = x(axis, i + 1 < points.size() ? points.get(i + 1).at() : to);
                first = first == null ? score : first;
                last = score;
            }
        }
        return new Sparkline(path.end(x == null ? 0 : x), x, last == null ? null : y(last), first, last);
    }

    private static double y(double score) {
        return SteppedPath.tenths(2 + HEIGHT * (1 - score / 100));
    }

    private static double x(TimeAxis axis, Instant at) {
        return SteppedPath.tenths(2 + WIDTH * axis.share(at));
    }
}
