package io.shisei.suppression;

import io.shisei.refusal.Refusal;

/** Rules on rules that hide findings. */
public enum SuppressionCode implements Refusal.Code {
    UNKNOWN_SUPPRESSION,
    SUPPRESSION_CHANGED,
    SUPPRESSION_OVER,
    SUPPRESSION_NOT_PENDING,
    OWN_SUPPRESSION,
    HIDDEN_ACCOUNT_NOT_WATCHED,
    HIDDEN_OU_EMPTY,
    EXEMPT_NOT_AN_ACCOUNT,
    EXPIRY_OVER,
    NOT_A_DATE,
    NOT_A_TAG,
    PREVIEW_TOO_LONG
}
