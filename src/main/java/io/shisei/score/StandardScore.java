package io.shisei.score;

import io.shisei.control.Severity;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a standard is kept now.
 *
 * @param score Security Hub's: 100 × passed ÷ (passed + failed + unknown) controls, a whole number; null without any
 * @param unsuppressedScore the same if no finding were suppressed
 * @param controls how many of its controls have each status
 * @param severities by severity of the control
 * @param coverage share of checks that could be made the last time, a check being a control in a region of an account,
 *     0 to 100; null before the first scan
 */
public record StandardScore(
        String standardId,
        @Nullable Integer score,
        @Nullable Integer unsuppressedScore,
        Map<ControlStatus, Integer> controls,
        Map<Severity, BySeverity> severities,
        @Nullable Double coverage) {

    /** How many of its controls the score counts. */
    public int judged() {
        return Stream.of(ControlStatus.PASSED, ControlStatus.FAILED, ControlStatus.UNKNOWN)
                .mapToInt(status -> controls.getOrDefault(status, 0))
                .sum();
    }

    /** Controls with status FAILED, all enabled controls, and active, unsuppressed FAILED findings of one severity. */
    public record BySeverity(int failedControls, int controls, long failedFindings) {}
}
