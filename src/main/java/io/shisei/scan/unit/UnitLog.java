package io.shisei.scan.unit;

import io.shisei.coverage.Coverage;
import io.shisei.coverage.Coverages;
import io.shisei.refusal.Told;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One line in the log for each unit that ended, with its figures. */
@Component
class UnitLog {

    private static final Logger LOG = LoggerFactory.getLogger(UnitLog.class);

    private final Coverages coverages;

    UnitLog(Coverages coverages) {
        this.coverages = coverages;
    }

    private record Sums(List<String> services, long resources, long calls, long gaps) {}

    /** @param problem why the unit was given up; null when it was read */
    void ended(UUID scanId, String region, int attempt, Duration took, @Nullable Told problem) {
        var sums = sums(scanId, region);
        LOG.info(
                "Unit ended: scan={} region={} services={} resources={} calls={} gaps={} attempt={} seconds={} {}",
                scanId,
                region,
                String.join(",", sums.services()),
                sums.resources(),
                sums.calls(),
                sums.gaps(),
                attempt,
                took.toMillis() / 1000.0,
                problem == null ? "done" : "given up: " + problem);
    }

    private Sums sums(UUID scanId, String region) {
        var read = coverages.of(scanId).stream()
                .filter(coverage -> coverage.region().equals(region))
                .filter(coverage -> coverage.state() != Coverage.State.SKIPPED)
                .toList();
        return new Sums(
                read.stream().map(Coverage::service).toList(),
                read.stream().mapToLong(Coverage::resources).sum(),
                read.stream().mapToLong(Coverage::calls).sum(),
                read.stream().mapToLong(coverage -> coverage.gaps().size()).sum());
    }
}
