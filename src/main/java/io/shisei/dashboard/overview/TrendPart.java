package io.shisei.dashboard.overview;

import io.shisei.control.Severity;
import io.shisei.dashboard.trend.Period;
import io.shisei.dashboard.trend.Plot;
import io.shisei.score.StandardPoint;
import io.shisei.score.circle.StandardHistory;
import io.shisei.score.step.Step;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The trend of a standard: the score or what fails, the days on which it moved, and all of its values.
 *
 * @param days how many it shows
 * @param plot of the score; null where that is not looked at
 * @param failing null where that is not looked at
 * @param rows the values, the newest first
 * @param steps the newest, no more than people read
 */
record TrendPart(
        View view,
        int days,
        @Nullable Plot plot,
        @Nullable FailingTrend failing,
        List<StandardPoint> rows,
        List<Step> steps) {

    private static final int STEPS = 8;

    /** What the trend shows. */
    enum View {
        SCORE,
        FAILING;

        public List<View> all() {
            return List.of(values());
        }
    }

    static TrendPart of(View view, StandardHistory history, Map<Severity, Long> failing, Period period) {
        return new TrendPart(
                view,
                period.days(),
                view == View.SCORE ? Plot.ofStandard(history.points(), history.steps(), period) : null,
                view == View.FAILING ? FailingTrend.of(history.points(), failing, period) : null,
                history.points().reversed(),
                history.steps().stream().limit(STEPS).toList());
    }
}
