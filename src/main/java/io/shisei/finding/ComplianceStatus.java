package io.shisei.finding;

import io.shisei.control.Verdict;
import java.util.Optional;

/** The verdict of a finding, in Security Hub's words; {@code WARNING} means that it could not be determined. */
public enum ComplianceStatus {
    PASSED,
    FAILED,
    WARNING,
    NOT_AVAILABLE;

    /** Empty where the control has nothing to say. */
    public static Optional<ComplianceStatus> of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed passed -> Optional.of(PASSED);
            case Verdict.Failed failed -> Optional.of(FAILED);
            case Verdict.Unknown unknown -> Optional.of(WARNING);
            case Verdict.NotApplicable none -> Optional.empty();
        };
    }
}
