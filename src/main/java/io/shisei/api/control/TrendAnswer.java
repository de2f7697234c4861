package io.shisei.api.control;

import io.shisei.score.StandardPoint;
import io.shisei.score.TrendPoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line over time, oldest point first. */
record TrendAnswer<P>(List<P> points) {

    /** The findings of a control right after a scan. */
    record OfControl(
            Instant at,
            long passed,
            long failed,
            long unknown,
            long suppressed,
            @Nullable Double score,
            double coverage) {
        static OfControl of(TrendPoint point) {
            var counts = point.counts();
            return new OfControl(
                    point.at(),
                    counts.passed(),
                    counts.failed(),
                    counts.unknown(),
                    counts.suppressed(),
                    counts.score(),
                    point.coverage());
        }
    }

    /** The controls of a standard by status right after a scan. */
    record OfStandard(
            Instant at,
            int passed,
            int failed,
            int unknown,
            int noData,
            int disabled,
            @Nullable Integer score,
            double coverage) {
        static OfStandard of(StandardPoint point) {
            return new OfStandard(
                    point.at(),
                    point.passed(),
                    point.failed(),
                    point.unknown(),
                    point.noData(),
                    point.disabled(),
                    point.score(),
                    point.coverage());
        }
    }

    static TrendAnswer<OfControl> ofControl(List<TrendPoint> points) {
        return new TrendAnswer<>(points.stream().map(OfControl::of).toList());
    }

    static TrendAnswer<OfStandard> ofStandard(List<StandardPoint> points) {
        return new TrendAnswer<>(points.stream().map(OfStandard::of).toList());
    }
}
