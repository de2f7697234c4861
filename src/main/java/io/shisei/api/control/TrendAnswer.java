package io.shisei.api.control;

import io.shisei.control.Severity;
import io.shisei.score.Stale;
import io.shisei.score.StandardPoint;
import io.shisei.score.TrendPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line over time, oldest point first.
 *
 * @param staleSince where one account was not scanned lately, its last point, which is shown since; else null
 */
record TrendAnswer<P>(List<P> points, @Nullable Instant staleSince) {

    /** The findings of a control right after a scan; {@code staleAccounts} were not scanned that day, and count as before; {@code overdue} is null without a deadline. */
    record OfControl(
            Instant at,
            long passed,
            long failed,
            long unknown,
            long suppressed,
            @Nullable Double score,
            double coverage,
            int staleAccounts,
            @Nullable Long overdue) {
        static OfControl of(TrendPoint point) {
            var counts = point.counts();
            return new OfControl(
                    point.at(),
                    counts.passed(),
                    counts.failed(),
                    counts.unknown(),
                    counts.suppressed(),
                    counts.score(),
                    point.coverage(),
                    point.staleAccounts(),
                    point.overdue());
        }
    }

    /**
     * The controls of a standard by status right after a scan; {@code staleAccounts} as of a control.
     *
     * @param failing findings that fail by severity; null of points of earlier versions
     */
    record OfStandard(
            Instant at,
            int passed,
            int failed,
            int unknown,
            int noData,
            int disabled,
            @Nullable Integer score,
            double coverage,
            int staleAccounts,
            @Nullable Long overdue,
            @Nullable Map<Severity, Long> failing) {
        static OfStandard of(StandardPoint point) {
            return new OfStandard(
                    point.at(),
                    point.passed(),
                    point.failed(),
                    point.unknown(),
                    point.noData(),
                    point.disabled(),
                    point.score(),
                    point.coverage(),
                    point.staleAccounts(),
                    point.overdue(),
                    point.failing());
        }
    }

    static TrendAnswer<OfControl> ofControl(List<TrendPoint> points, @Nullable String accountId, Instant to) {
        return new TrendAnswer<>(
                points.stream().map(OfControl::of).toList(),
                Stale.since(accountId, points.stream().map(TrendPoint::at).toList(), to));
    }

    static TrendAnswer<OfStandard> ofStandard(List<StandardPoint> points, @Nullable String accountId, Instant to) {
        return new TrendAnswer<>(
                points.stream().map(OfStandard::of).toList(),
                Stale.since(accountId, points.stream().map(StandardPoint::at).toList(), to));
    }
}
