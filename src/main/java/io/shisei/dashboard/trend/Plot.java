package io.shisei.dashboard.trend;

import io.shisei.score.StandardPoint;
import io.shisei.score.TrendPoint;
import io.shisei.score.step.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of scores, drawn by the server: a page shows it without scripts, and prints it. Paths stand in a box of 1000 × 100
 * that is stretched to the room there is; all else stands at percentages of it.
 *
 * @param line as an SVG path
 * @param sure the part of it where everything could be read
 * @param scale the scores at the lines across, from the top down
 * @param marks where the score moved
 * @param spans one for each point, to be pointed at
 */
public record Plot(
        String line,
        String sure,
        List<Integer> scale,
        List<Mark> marks,
        List<Span> spans,
        List<TimeAxis.Tick> ticks,
        @Nullable Score last) {

    private static final double WIDTH = 1000;

    /** More points than a screen has room for say nothing more. */
    private static final int ROOM = 400;

    /** @param score 0 to 100; null where nothing could be judged, which breaks the line */
    public record Score(Instant at, @Nullable Double score, double coverage) {}

    /** @param up whether the score rose; x and y in percent */
    public record Mark(double x, double y, boolean up, Step step) {}

    /** @param x where the point begins and how far it holds, in percent */
    public record Span(double x, double width, Score point) {

        /** In UTC. */
        public LocalDate day() {
            return Plot.day(point);
        }
    }

    /** The scores of a control, the oldest first. */
    public static Plot ofControl(List<TrendPoint> points, List<Step> steps, Period period) {
        return of(
                points.stream()
                        .map(point -> new Score(point.at(), point.counts().score(), point.coverage()))
                        .toList(),
                steps,
                period);
    }

    /** Those of a standard, the oldest first. */
    public static Plot ofStandard(List<StandardPoint> points, List<Step> steps, Period period) {
        return of(
                points.stream()
                        .map(point -> new Score(point.at(), point.decimalScore(), point.coverage()))
                        .toList(),
                steps,
                period);
    }

    /** @param scores the oldest first */
    public static Plot of(List<Score> scores, List<Step> steps, Period period) {
        var axis = new TimeAxis(period.from(), period.to());
        var points = thin(scores);
        var scale = ScoreScale.of(points);
        return new Plot(
                path(points, axis, scale, point -> true),
                path(points, axis, scale, point -> point.coverage() == 100),
                scale.labels(),
                steps.stream().flatMap(step -> mark(step, points, axis, scale)).toList(),
                spans(points, axis),
                axis.ticks(),
                points.isEmpty() ? null : points.getLast());
    }

    /** Counted from the end: the newest point is the one that must not be lost. */
    static <P> List<P> thin(List<P> all) {
        var step = Math.ceilDiv(Math.max(all.size(), 1), ROOM);
        return IntStream.range(0, all.size())
                .filter(i -> (all.size() - 1 - i) % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static String path(List<Score> points, TimeAxis axis, ScoreScale scale, Predicate<Score> which) {
        var path = new SteppedPath();
        points.forEach(point -> path.turn(
                WIDTH * axis.share(point.at()),
                point.score() == null || !which.test(point) ? null : scale.y(point.score())));
        return path.end(WIDTH);
    }

    private static Stream<Mark> mark(Step step, List<Score> points, TimeAxis axis, ScoreScale scale) {
        var before = step.before() == null ? null : step.before().score();
        var after = step.after().score();
        if (before == null || after == null || Objects.equals(before, after)) {
            return Stream.empty();
        }
        return points.stream()
                .filter(point -> day(point).equals(step.day()))
                .reduce((one, later) -> later)
                .map(point -> new Mark(axis.percent(point.at()), scale.y(after), after > before, step))
                .stream();
    }

    private static LocalDate day(Score point) {
        return LocalDate.ofInstant(point.at(), ZoneOffset.UTC);
    }

    private static List<Span> spans(List<Score> points, TimeAxis axis) {
        return IntStream.range(0, points.size())
                .mapToObj(i -> {
                    var x = axis.percent(points.get(i).at());
                    var end = i + 1 < points.size()
                            ? axis.percent(points.get(i + 1).at())
                            : 100;
                    return new Span(x, Math.round((end - x) * 100) / 100.0, points.get(i));
                })
                .toList();
    }
}
