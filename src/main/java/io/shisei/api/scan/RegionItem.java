package io.shisei.api.scan;

import io.shisei.coverage.Coverage;
import io.shisei.scan.RegionProgress;
import io.shisei.scan.ScanUnit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a scan is in a region, or in what has none ({@code global}).
 *
 * @param problem why it was given up; null unless it was
 * @param read the services that were read; {@code waiting}: those yet to be read
 */
@Schema(name = "ScanRegion")
record RegionItem(
        String region,
        ScanUnit.State state,
        @Nullable String problem,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<String> read,
        List<String> waiting) {

    static RegionItem of(RegionProgress progress) {
        var unit = progress.unit();
        return new RegionItem(
                unit.region(),
                unit.state(),
                unit.problem() == null ? null : unit.problem().en(),
                unit.startedAt(),
                unit.finishedAt(),
                progress.read().stream().map(Coverage::service).toList(),
                progress.waiting());
    }
}
