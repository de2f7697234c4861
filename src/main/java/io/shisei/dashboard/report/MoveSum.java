package io.shisei.dashboard.report;

import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Reason;
import io.shisei.score.step.Step;
import java.util.EnumMap;
import java.util.List;

/**
 * What one cause did to the number of failing findings over a period.
 *
 * @param more that fail since
 * @param fewer that fail no more, or are not counted any more
 */
record MoveSum(MoveCause cause, long more, long fewer) {

    /** Of each cause that did anything, in their order. */
    static List<MoveSum> of(List<Step> steps) {
        var sums = new EnumMap<MoveCause, MoveSum>(MoveCause.class);
        steps.stream()
                .flatMap(step -> step.reasons().stream())
                .map(MoveSum::of)
                .filter(sum -> sum.more > 0 || sum.fewer > 0)
                .forEach(sum -> sums.merge(sum.cause, sum, MoveSum::plus));
        return List.copyOf(sums.values());
    }

    private static MoveSum of(Reason reason) {
        return new MoveSum(
                reason.cause(),
                reason.became() == Counted.FAILED ? reason.findings() : 0,
                reason.was() == Counted.FAILED ? reason.findings() : 0);
    }

    private MoveSum plus(MoveSum other) {
        return new MoveSum(cause, more + other.more, fewer + other.fewer);
    }
}
