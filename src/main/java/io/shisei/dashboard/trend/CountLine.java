package io.shisei.dashboard.trend;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a number went, in a box of 1000 × 100 that begins with zero.
 *
 * @param path as an SVG path, empty where nothing is known
 * @param most the greatest number, which is at the top
 * @param first null where nothing is known
 * @param last null where nothing is known
 */
public record CountLine(
        String path,
        long most,
        @Nullable Long first,
        @Nullable Long last) {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 100;

    /** @param count null where it is not known; what was known before holds */
    public record Count(Instant at, @Nullable Long count) {}

    public static CountLine of(List<Count> counts, Period period) {
        var axis = new TimeAxis(period.from(), period.to());
        var known = Plot.thin(counts.stream().filter(it -> it.count() != null).toList());
        var most = known.stream()
                .mapToLong(it -> Objects.requireNonNull(it.count()))
                .max()
                .orElse(0);
        var path = new SteppedPath();
        known.forEach(it -> path.turn(
                WIDTH * axis.share(it.at()),
                HEIGHT * (1 - (double) Objects.requireNonNull(it.count()) / Math.max(1, most))));
        return new CountLine(
                path.end(WIDTH),
                most,
                known.isEmpty() ? null : known.getFirst().count(),
                known.isEmpty() ? null : known.getLast().count());
    }

    public boolean known() {
        return first != null;
    }
}
