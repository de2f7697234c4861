package io.shisei.finding;

import io.shisei.refusal.Refusal;

/** Rules on findings. */
public enum FindingCode implements Refusal.Code {
    UNKNOWN_FINDING,
    FINDING_CHANGED,
    SEARCH_TOO_LONG,
    /** Its obstacle is the rule. */
    HIDDEN_BY_RULE
}
