package io.shisei.comparison;

import io.shisei.refusal.Refusal;

/** Rules on what Security Hub found. */
public enum ComparisonCode implements Refusal.Code {
    NOT_JSON,
    NOTHING_TO_COMPARE
}
