package io.shisei.comparison;

import io.shisei.refusal.Refusal;

/** Rules on what Security Hub found. */
public enum ComparisonCode implements Refusal.Code {
    NOT_JSON,
    NOTHING_TO_COMPARE,
    FETCH_RUNNING,
    NOT_ASKED_ANY_MORE,
    /** Security Hub is enabled in none of the account's regions, or did not answer. Its argument is what AWS said. */
    NO_REGION_ANSWERED
}
