package io.shisei.score.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.finding.Counts;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Reason;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTests {

    private static final Counts HALF = new Counts(4, 4, 0, 0);

    @Test
    void knowsARiseThatIsOnlyLostFromSight() {
        assertThat(step(lost(3)).risesByLostSight()).isTrue();
        assertThat(step(new Reason(MoveCause.OUT_OF_SIGHT, Counted.FAILED, Counted.NONE, 1))
                        .risesByLostSight())
                .isTrue();
    }

    @Test
    void takesARepairForOneThoughSomethingElseIsLost() {
        assertThat(step(fixed(1), lost(1)).risesByLostSight()).isFalse();
        assertThat(step(fixed(1)).risesByLostSight()).isFalse();
    }

    @Test
    void seesNoRiseInAFall() {
        assertThat(step(new Reason(MoveCause.COVERAGE_LOST, Counted.PASSED, Counted.UNKNOWN, 2))
                        .risesByLostSight())
                .isFalse();
    }

    @Test
    void tellsWhatTheReasonsLeaveOpen() {
        var before = new Step.Point(HALF.score(), HALF, 100);
        var after = new Step.Point(75.0, new Counts(6, 2, 0, 0), 100);
        var step = new Step(LocalDate.EPOCH, before, after, 0, List.of(fixed(1)));
        assertThat(step.unexplained()).isEqualTo(new Counts(1, -1, 0, 0));
        assertThat(step.explained()).isFalse();
        assertThat(step(fixed(2), lost(1)).explained()).isTrue();
    }

    private static Reason fixed(long findings) {
        return new Reason(MoveCause.FIXED, Counted.FAILED, Counted.PASSED, findings);
    }

    private static Reason lost(long findings) {
        return new Reason(MoveCause.COVERAGE_LOST, Counted.FAILED, Counted.UNKNOWN, findings);
    }

    /** From half, by these reasons. */
    private static Step step(Reason... reasons) {
        var after = List.of(reasons).stream().map(Reason::effect).reduce(HALF, Counts::plus);
        return new Step(
                LocalDate.EPOCH,
                new Step.Point(HALF.score(), HALF, 100),
                new Step.Point(after.score(), after, 100),
                0,
                List.of(reasons));
    }
}
