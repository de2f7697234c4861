package io.shisei.finding;

/** The verdict of a finding, in Security Hub's words; {@code WARNING} means that it could not be determined. */
public enum ComplianceStatus {
    PASSED,
    FAILED,
    WARNING,
    NOT_AVAILABLE
}
