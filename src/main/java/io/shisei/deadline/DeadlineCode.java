package io.shisei.deadline;

import io.shisei.refusal.Refusal;

/** Rules on deadlines. */
public enum DeadlineCode implements Refusal.Code {
    DEADLINE_OF_ONE,
    DEADLINE_DAYS,
    DEADLINE_TWICE,
    DEADLINE_UNKNOWN_CONTROL,
    DEADLINE_ACCOUNT_NOT_WATCHED
}
