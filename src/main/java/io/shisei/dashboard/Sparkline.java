package io.shisei.dashboard;

import io.shisei.score.TrendPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A small line of scores in a box of 100 × 24: a score holds until the next, the last one until now; the line breaks
 * where there was no score.
 *
 * @param path the line as an SVG path, empty without any score
 * @param x where the last score ends, null without any
 */
record Sparkline(
        String path,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double first,
        @Nullable Double last) {
    private static final double WIDTH = 96;
    private static final double HEIGHT = 20;

    static Sparkline of(List<TrendPoint> points, Instant from, Instant to) {
        var path = new StringBuilder();
        Double x = null;
        Double y = null;
        Double first = null;
        Double last = null;
        var pen = false;
        for (int i = 0; i < points.size(); i++) {
            var score = points.get(i).counts().score();
            if (score != null) {
                y = 2 + HEIGHT * (1 - score / 100);
                path.append(
                        pen
                                ? text("V%.1f", y)
                                : text("M%.1f %.1f", x(points.get(i).at(), from, to), y));
                x = x(i + 1 < points.size() ? points.get(i + 1).at() : to, from, to);
                path.append(text("H%.1f", x));
                first = first == null ? score : first;
                last = score;
            }
            pen = score != null;
        }
        return new Sparkline(path.toString(), x, y, first, last);
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }

    private static double x(Instant at, Instant from, Instant to) {
        return 2 + WIDTH * share(at, from, to);
    }

    private static double share(Instant at, Instant from, Instant to) {
        var whole = Math.max(1, Duration.between(from, to).toMillis());
        return Math.clamp((double) Duration.between(from, at).toMillis() / whole, 0, 1);
    }
}
