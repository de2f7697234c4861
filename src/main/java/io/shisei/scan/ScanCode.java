package io.shisei.scan;

import io.shisei.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules on scans. */
public enum ScanCode implements Refusal.Code {
    UNKNOWN_SCAN,
    /** Its obstacle is the scan that runs. */
    SCAN_RUNNING,
    ACCOUNT_NOT_WATCHED,
    ACCOUNT_RETIRED,
    REGION_NOT_WATCHED,
    CONTROL_OFF,
    /** Its obstacle is the scan that runs, or has ended meanwhile. */
    RECHECK_DURING_SCAN,
    RECHECK_RUNNING,
    RECHECK_TOO_LONG,
    UNKNOWN_RESOURCE,
    /** No enabled control judges resources of the type. */
    TYPE_NOT_JUDGED,
    /** How often, and the last cause. */
    PLANNING_FAILED,
    RETIRED_BEFORE,
    /** How often reading a region broke off. */
    UNIT_BROKE_OFF,
    /** How often the process that read a region ended. */
    UNIT_DIED;

    /** @param field that named the account; null: none did */
    public static Refusal.Impossible retired(String accountId, Instant since, @Nullable String field) {
        return new Refusal.Impossible(ACCOUNT_RETIRED, field, accountId, LocalDate.ofInstant(since, ZoneOffset.UTC));
    }

    /** @param field that named the region; null: none did */
    public static Refusal.Impossible notWatched(
            String region, String accountId, List<String> watched, @Nullable String field) {
        return new Refusal.Impossible(REGION_NOT_WATCHED, field, region, accountId, String.join(", ", watched));
    }
}
