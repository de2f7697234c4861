package io.shisei.scan;

/** Where a scan stands. */
public enum ScanState {
    QUEUED,
    RUNNING,
    /** Done; everything could be read. */
    COMPLETED,
    /** Done, with gaps. */
    INCOMPLETE,
    /** Nothing could be read, for example because the role cannot be assumed. */
    FAILED,
    CANCELLED;

    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
