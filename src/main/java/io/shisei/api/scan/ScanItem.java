package io.shisei.api.scan;

import io.shisei.control.ControlId;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scan as the API shows it. */
public record ScanItem(
        UUID id,
        String accountId,
        Scan.Trigger trigger,
        @Nullable UUID scheduleId,
        ScanState state,
        @Nullable List<String> regions,
        @Nullable List<String> controlIds,
        @Nullable String problem,
        Scan.Progress progress,
        Scan.Tally counts,
        @Nullable Double coverage,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public static ScanItem of(Scan scan) {
        var controls = scan.controlIds();
        return new ScanItem(
                scan.id(),
                scan.accountId(),
                scan.trigger(),
                scan.scheduleId(),
                scan.state(),
                scan.regions(),
                controls == null
                        ? null
                        : controls.stream().map(ControlId::value).toList(),
                scan.problem() == null ? null : scan.problem().en(),
                scan.progress(),
                scan.counts(),
                scan.coverage(),
                scan.queuedAt(),
                scan.startedAt(),
                scan.finishedAt());
    }
}
