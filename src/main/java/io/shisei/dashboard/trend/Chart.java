package io.shisei.dashboard.trend;

import io.shisei.dashboard.Documents;
import io.shisei.score.StandardPoint;
import io.shisei.score.TrendPoint;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The points of a trend, for the line and, by the page's script, for the table beside it.
 *
 * @param from where the time axis begins, in milliseconds since 1970
 * @param to where it ends
 */
public record Chart(List<Point> points, String json, long from, long to) {
    /** More points than a screen has room for say nothing more. */
    private static final int ROOM = 500;

    /** One scan; {@code score} is null where nothing could be judged, which leaves a gap in the line. */
    public record Point(
            Instant at, @Nullable Double score, double coverage, long passed, long failed, long unknown, long rest) {}

    public static Chart ofControl(List<TrendPoint> trend, Period period, Documents documents) {
        return of(
                trend.stream()
                        .map(it -> new Point(
                                it.at(),
                                it.counts().score(),
                                it.coverage(),
                                it.counts().passed(),
                                it.counts().failed(),
                                it.counts().unknown(),
                                it.counts().suppressed()))
                        .toList(),
                period,
                documents);
    }

    /** The findings of all controls of a standard. */
    public static Chart ofFindings(List<StandardPoint> trend, Period period, Documents documents) {
        return ofControl(
                trend.stream()
                        .flatMap(it -> Stream.ofNullable(it.findings())
                                .map(findings -> new TrendPoint(it.at(), findings, it.coverage())))
                        .toList(),
                period,
                documents);
    }

    public static Chart ofStandard(List<StandardPoint> trend, Period period, Documents documents) {
        return of(
                trend.stream()
                        .map(it -> new Point(
                                it.at(),
                                it.decimalScore(),
                                it.coverage(),
                                it.passed(),
                                it.failed(),
                                it.unknown(),
                                it.noData()))
                        .toList(),
                period,
                documents);
    }

    private static Chart of(List<Point> all, Period period, Documents documents) {
        var step = Math.ceilDiv(Math.max(all.size(), 1), ROOM);
        // Counted from the end: the newest point is the one that must not be lost.
        var kept = IntStream.range(0, all.size())
                .filter(i -> (all.size() - 1 - i) % step == 0)
                .mapToObj(all::get)
                .toList();
        var rows = kept.stream()
                .map(it -> new @Nullable Object[] {
                    it.at().toEpochMilli(), it.score(), it.coverage(), it.passed(), it.failed(), it.unknown(), it.rest()
                })
                .toList();
        return new Chart(
                kept,
                documents.compact(rows),
                period.from().toEpochMilli(),
                period.to().toEpochMilli());
    }
}
