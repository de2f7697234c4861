package io.shisei.schedule;

/** What becomes of runs whose time went by while the service was down. */
public enum MissedRuns {
    /** They are left out. */
    SKIP,
    /** One run makes up for all of them, as soon as the service is back. */
    RUN_ONCE
}
