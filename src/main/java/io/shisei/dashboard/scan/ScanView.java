package io.shisei.dashboard.scan;

import io.shisei.finding.history.Reason;
import io.shisei.scan.Scan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan as it stands.
 *
 * @param percent of what there is to read that has been read
 * @param duration null before it has begun
 * @param moves what it moved, by cause
 * @param failing the severest of the findings that fail since this scan, and did not before
 * @param repaired the severest of those that failed before, and do not since this scan
 */
record ScanView(
        Scan scan,
        String accountName,
        int percent,
        @Nullable String duration,
        List<RegionRow> regions,
        MissingReads.View missing,
        List<Reason> moves,
        Moves failing,
        Moves repaired) {

    /** @param count of all of them */
    record Moves(List<MoveRow> first, long count) {}
}
