package io.shisei.dashboard.schedule;

/** What {@link CronWords} says, each a message. */
public enum CronPhrase {
    /** {0}: days, {1}: times. */
    AT,
    /** {0}: days, {1}: how often on them. */
    OFTEN,
    /** {0}: how often on every day. */
    ALWAYS,
    /** {0}: months, {1}: all the rest. */
    IN_MONTHS,
    EVERY_MINUTE,
    EVERY_MINUTES,
    HOURLY,
    /** {0}: hours, {1}: minute. */
    EVERY_HOURS,
    /** {0}: hours, {1}: minutes. */
    MINUTES_OF_HOURS,
    EVERY_DAY,
    WORKDAYS,
    WEEKLY,
    MONTHLY,
    EITHER,
    BETWEEN_ITEMS;

    String key() {
        return "cronWords." + name();
    }
}
