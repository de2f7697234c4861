package io.shisei.score.step;

import io.shisei.finding.Counts;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a trend got from one day's point to the next.
 *
 * @param day of the later point
 * @param before the point that held until then; null where the trend begins
 * @param staleAccounts how many accounts were not scanned on that day, and count with what they had
 * @param reasons what moved, in the order of their causes
 */
public record Step(LocalDate day, @Nullable Point before, Point after, int staleAccounts, List<Reason> reasons) {

    /**
     * What a trend shows of a day.
     *
     * @param score 0 to 100; null where nothing was judged
     * @param findings of the control, or of all controls of the standard
     * @param coverage 0 to 100
     */
    public record Point(@Nullable Double score, Counts findings, double coverage) {}

    /** By how much each count changed; less than nothing where it shrank. */
    public Counts change() {
        return after.findings().minus(held());
    }

    /** What of the change the reasons leave open: nothing, but where an earlier version kept none. */
    public Counts unexplained() {
        return change().minus(effect(reason -> true));
    }

    public boolean explained() {
        return unexplained().equals(Counts.NONE);
    }

    /** Whether the score rises, but would not if what is seen no more were still as it was. */
    public boolean risesByLostSight() {
        var lost = effect(reason -> reason.cause().losesSight());
        return before != null
                && isAbove(after.score(), before.score())
                && lost.failed() < 0
                && !isAbove(after.findings().minus(lost).score(), held().score());
    }

    private Counts held() {
        return before == null ? Counts.NONE : before.findings();
    }

    private Counts effect(Predicate<Reason> which) {
        return reasons.stream().filter(which).map(Reason::effect).reduce(Counts.NONE, Counts::plus);
    }

    private static boolean isAbove(@Nullable Double score, @Nullable Double other) {
        return score != null && other != null && score > other;
    }
}
