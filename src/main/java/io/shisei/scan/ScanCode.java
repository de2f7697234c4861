package io.shisei.scan;

import io.shisei.refusal.Refusal;

/** Rules on scans. */
public enum ScanCode implements Refusal.Code {
    UNKNOWN_SCAN,
    /** Its obstacle is the scan that runs. */
    SCAN_RUNNING,
    ACCOUNT_NOT_WATCHED,
    ACCOUNT_RETIRED,
    REGION_NOT_WATCHED,
    CONTROL_OFF
}
