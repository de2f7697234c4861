package io.shisei.schedule;

import io.shisei.refusal.Refusal;

/** Rules on schedules. */
public enum ScheduleCode implements Refusal.Code {
    UNKNOWN_SCHEDULE,
    CRON_FIELDS,
    CRON_CHARACTER,
    CRON_UNREADABLE,
    CRON_NEVER_FIRES,
    NOT_A_ZONE,
    NOT_A_TIME,
    NO_WINDOW_DAY,
    NO_WINDOW_TIME,
    NOT_A_WINDOW_TIME,
    ALWAYS_BLACKED_OUT,
    NO_ACCOUNT_CHOSEN,
    CHOSEN_ACCOUNT_NOT_WATCHED,
    EMPTY_OU,
    JITTER
}
