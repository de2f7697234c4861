package io.shisei.finding.workflow;

/** What becomes of a finding that was to be changed. */
public enum Outcome {
    CHANGED,
    /** It is so already. */
    UNCHANGED,
    /** A rule hides it, and would hide it again. */
    HIDDEN_BY_RULE,
    /** Something else has changed it since it was looked at. */
    CHANGED_SINCE
}
