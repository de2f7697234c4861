package io.shisei.dashboard.trend;

import io.shisei.score.StandardPoint;
import io.shisei.score.TrendPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    public static Sparkline ofStandard(List<StandardPoint> points, Instant from, Instant to) {
        return drawn(
                points.stream()
                        .map(point -> new Turn(point.at(), toDouble(point.score())))
                        .toList(),
                from,
                to);
    }

    /** From the first score to the last, in points; null without any. */
    public @Nullable Double change() {
        return first == null || last == null ? null : SteppedPath.tenths(last - first);
    }

    private static @Nullable Double toDouble(@Nullable Integer number) {
        return number == null ? null : number.doubleValue();
    }

    private static Sparkline drawn(List<Turn> points, Instant from, Instant to) {
        var path = new SteppedPath();
        Double x = null;
        Double first = null;
        Double last = null;
        for (int i = 0; i < points.size(); i++) {
            var score = points.get(i).score();
            path.turn(x(points.get(i).at(), from, to), score == null ? null : y(score));
            if (score != null) {
                x = x(i + 1 < points.size() ? points.get(i + 1).at() : to, from, to);
                first = first == null ? score : first;
                last = score;
            }
        }
        return new Sparkline(path.end(x == null ? 0 : x), x, last == null ? null : y(last), first, last);
    }

    private static double y(double score) {
        return SteppedPath.tenths(2 + HEIGHT * (1 - score / 100));
    }

    private static double x(Instant at, Instant from, Instant to) {
        return SteppedPath.tenths(2 + WIDTH * share(at, from, to));
    }

    private static double share(Instant at, Instant from, Instant to) {
        var whole = Math.max(1, Duration.between(from, to).toMillis());
        return Math.clamp((double) Duration.between(from, at).toMillis() / whole, 0, 1);
    }
}
