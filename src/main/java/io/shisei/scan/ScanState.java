package io.shisei.scan;

/** Where a scan stands. */
public enum ScanState {
    QUEUED,
    RUNNING,
    /** Done; every check could be made. */
    COMPLETED,
    /** Done, with gaps, or there was nothing to look at. */
    INCOMPLETE,
    /** Nothing could be read, for example because the role cannot be assumed. */
    FAILED,
    CANCELLED;

    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
