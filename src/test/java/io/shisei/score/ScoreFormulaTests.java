package io.shisei.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.finding.Counts;
import io.shisei.inventory.Gap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The formulas, held against counting by hand: of findings one by one, and of controls one by one. */
class ScoreFormulaTests {

    private static final Gap GAP = new Gap("s3:ListAllMyBuckets", "AccessDenied", "no");

    private enum Kind {
        PASSED,
        FAILED,
        WARNING,
        SUPPRESSED
    }

    @Test
    void twelveControlsOfWhichTwoHaveNoData() {
        assertThat(StandardPoint.score(6, 3, 1)).isEqualTo(60);
    }

    @RepeatedTest(200)
    void ofAControl(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var findings = new ArrayList<Kind>();
        for (int i = random.nextInt(12); i > 0; i--) {
            findings.add(Kind.values()[random.nextInt(Kind.values().length)]);
        }
        var enabled = random.nextInt(8) > 0;
        var gaps = random.nextInt(4) == 0 ? List.of(GAP) : List.<Gap>of();
        var evaluatedAt = findings.isEmpty() && random.nextBoolean() ? null : Instant.EPOCH;
        assertThat(ControlScore.status(enabled, counts(findings), gaps, evaluatedAt))
                .as("%s enabled=%s gaps=%s at=%s", findings, enabled, gaps, evaluatedAt)
                .isEqualTo(status(enabled, findings, !gaps.isEmpty(), evaluatedAt));
        assertThat(counts(findings).score()).as(findings.toString()).isEqualTo(score(findings));
    }

    private static Counts counts(List<Kind> findings) {
        return new Counts(
                Collections.frequency(findings, Kind.PASSED),
                Collections.frequency(findings, Kind.FAILED),
                Collections.frequency(findings, Kind.WARNING),
                Collections.frequency(findings, Kind.SUPPRESSED));
    }

    private static ControlStatus status(
            boolean enabled, List<Kind> findings, boolean gap, @Nullable Instant evaluatedAt) {
        if (!enabled) {
            return ControlStatus.DISABLED;
        }
        var counted = findings.stream().filter(it -> it != Kind.SUPPRESSED).toList();
        if (counted.contains(Kind.FAILED)) {
            return ControlStatus.FAILED;
        }
        if (counted.contains(Kind.WARNING) || gap) {
            return ControlStatus.UNKNOWN;
        }
        if (evaluatedAt == null && findings.isEmpty() || counted.isEmpty() && !findings.isEmpty()) {
            return ControlStatus.NO_DATA;
        }
        return ControlStatus.PASSED;
    }

    private static @Nullable Double score(List<Kind> findings) {
        var judged = findings.stream()
                .filter(it -> it == Kind.PASSED || it == Kind.FAILED)
                .toList();
        return judged.isEmpty()
                ? null
                : percent(Collections.frequency(judged, Kind.PASSED), judged.size(), 1)
                        .doubleValue();
    }

    @RepeatedTest(200)
    void ofAStandard(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var controls = new ArrayList<ControlStatus>();
        for (int i = random.nextInt(400); i > 0; i--) {
            controls.add(ControlStatus.values()[random.nextInt(ControlStatus.values().length)]);
        }
        var passed = Collections.frequency(controls, ControlStatus.PASSED);
        var judged = controls.stream()
                .filter(it -> it != ControlStatus.NO_DATA && it != ControlStatus.DISABLED)
                .count();
        var score = StandardPoint.score(
                passed,
                Collections.frequency(controls, ControlStatus.FAILED),
                Collections.frequency(controls, ControlStatus.UNKNOWN));
        assertThat(score)
                .isEqualTo(judged == 0 ? null : percent(passed, judged, 0).intValueExact());
    }

    private static BigDecimal percent(long part, long whole, int decimals) {
        return BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }
}
