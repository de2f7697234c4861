package io.shisei.dashboard.trend;

import java.util.List;
import java.util.Objects;

/**
 * The scores that a plot has room for: as much of 0 to 100 as the line needs, so that its steps are seen.
 *
 * @param low at the bottom
 * @param high at the top
 */
record ScoreScale(int low, int high) {

    private static final int ROOM = 4;
    private static final int LEAST = 20;

    static ScoreScale of(List<Plot.Score> points) {
        var scores = points.stream()
                .map(Plot.Score::score)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        if (scores.getCount() == 0) {
            return new ScoreScale(0, 100);
        }
        var high = (int) Math.min(100, 10 * Math.ceil((scores.getMax() + ROOM) / 10));
        var low = (int) Math.max(0, 10 * Math.floor((scores.getMin() - ROOM) / 10));
        return high - low >= LEAST
                ? new ScoreScale(low, high)
                : new ScoreScale(Math.max(0, high - LEAST), Math.max(LEAST, high));
    }

    /** From the top, in a box of a height of 100. */
    double y(double score) {
        return SteppedPath.tenths(100 * (high - score) / (high - low));
    }

    /** At the top, in the middle and at the bottom. */
    List<Integer> labels() {
        return List.of(high, (high + low) / 2, low);
    }
}
