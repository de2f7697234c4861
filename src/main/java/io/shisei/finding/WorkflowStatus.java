package io.shisei.finding;

/** How far people are with a finding, in Security Hub's words. */
public enum WorkflowStatus {
    NEW,
    NOTIFIED,
    SUPPRESSED,
    RESOLVED
}
