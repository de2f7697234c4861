package io.shisei.suppression;

import io.shisei.refusal.Refusal;

/** Rules on rules that hide findings. */
public enum SuppressionCode implements Refusal.Code {
    UNKNOWN_SUPPRESSION,
    SUPPRESSION_CHANGED,
    SUPPRESSION_OVER,
    HIDDEN_ACCOUNT_NOT_WATCHED,
    EXPIRY_OVER,
    NOT_A_DATE
}
