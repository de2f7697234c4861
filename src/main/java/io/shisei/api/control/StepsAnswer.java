package io.shisei.api.control;

import io.shisei.finding.Counts;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Reason;
import io.shisei.score.step.Step;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a line moved, newest day first. */
@Schema(name = "TrendSteps")
record StepsAnswer(List<Item> steps) {

    /**
     * From one day's last point to the next; the findings of {@code reasons} add up to what the counts of both differ.
     *
     * @param before null where the line begins
     * @param risesByLostSight whether the score rises only since some of what fails is not seen any more
     * @param staleAccounts how many accounts were not scanned on that day, and count with what they had
     * @param unexplained what the reasons leave open: null, but where an earlier version kept none
     */
    @Schema(name = "TrendStep")
    record Item(
            LocalDate day,
            @Nullable PointItem before,
            PointItem after,
            boolean risesByLostSight,
            int staleAccounts,
            List<ReasonItem> reasons,
            @Nullable Counts unexplained) {
        static Item of(Step step) {
            var before = step.before();
            var open = step.unexplained();
            return new Item(
                    step.day(),
                    before == null ? null : PointItem.of(before),
                    PointItem.of(step.after()),
                    step.risesByLostSight(),
                    step.staleAccounts(),
                    step.reasons().stream().map(ReasonItem::of).toList(),
                    open.equals(Counts.NONE) ? null : open);
        }
    }

    /** The last point of a day, with its findings by count. */
    @Schema(name = "TrendStepPoint")
    record PointItem(@Nullable Double score, long passed, long failed, long unknown, long suppressed, double coverage) {
        static PointItem of(Step.Point point) {
            var counts = point.findings();
            return new PointItem(
                    point.score(),
                    counts.passed(),
                    counts.failed(),
                    counts.unknown(),
                    counts.suppressed(),
                    point.coverage());
        }
    }

    /** So many findings passed from one count to another; {@code GET /movements} lists them. */
    @Schema(name = "TrendStepReason")
    record ReasonItem(MoveCause cause, Counted was, Counted became, long findings) {
        static ReasonItem of(Reason reason) {
            return new ReasonItem(reason.cause(), reason.was(), reason.became(), reason.findings());
        }
    }

    static StepsAnswer of(List<Step> steps) {
        return new StepsAnswer(steps.stream().map(Item::of).toList());
    }
}
