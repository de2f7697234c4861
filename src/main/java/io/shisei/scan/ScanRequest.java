package io.shisei.scan;

import io.shisei.account.RegionId;
import io.shisei.control.ControlId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scan that somebody wants; null regions or controls mean all that the account watches or that are enabled. */
public record ScanRequest(
        String accountId,
        @Nullable List<String> regions,
        @Nullable List<ControlId> controlIds,
        Scan.Trigger trigger,
        @Nullable UUID scheduleId) {

    /** @throws io.shisei.refusal.Refusal.Invalid when a list is empty, or something cannot be a region */
    public ScanRequest {
        regions = RegionId.chosen(regions);
        controlIds = ControlId.chosen(controlIds);
    }
}
