package io.shisei.finding.workflow;

import io.shisei.refusal.Refusal;

/** Rules on changes by people. */
public enum WorkflowCode implements Refusal.Code {
    NOTHING_TO_CHANGE,
    ASSIGNEE_IS_A_WORD,
    /** A filter finds more or fewer than whoever asked has seen. */
    FINDINGS_MOVED,
    TOO_MANY_FINDINGS
}
