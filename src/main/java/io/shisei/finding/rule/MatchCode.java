package io.shisei.finding.rule;

import io.shisei.refusal.Refusal;

/** Rules on what a suppression may name. */
public enum MatchCode implements Refusal.Code {
    NOTHING_NAMED,
    EMPTY_LIST
}
