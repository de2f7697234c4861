package io.shisei.finding.history;

/** Which count of a score holds a finding. */
public enum Counted {
    PASSED,
    FAILED,
    /** It is not known whether it passes. */
    UNKNOWN,
    SUPPRESSED,
    /** It is archived, or was not there yet. */
    NONE
}
