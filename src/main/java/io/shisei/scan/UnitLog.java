package io.shisei.scan;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One line in the log for each unit that ended, with its figures. */
@Component
class UnitLog {

    private static final Logger LOG = LoggerFactory.getLogger(UnitLog.class);

    private final JdbcClient jdbc;

    UnitLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Sums(List<String> services, long resources, long calls, long gaps) {}

    /** @param problem why the unit was given up; null when it was read */
    void ended(UUID scanId, String region, int attempt, Duration took, @Nullable String problem) {
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
        return jdbc.sql("""
                        select coalesce(array_agg(service order by service), '{}') as services,
                               coalesce(sum(resources), 0) as resources, coalesce(sum(calls), 0) as calls,
                               coalesce(sum(jsonb_array_length(gaps)), 0) as gaps
                        from coverage where scan_id = :id and region = :region and state <> 'SKIPPED'
                        """)
                .param("id", scanId)
                .param("region", region)
                .query((row, number) -> new Sums(
                        List.of((String[]) row.getArray("services").getArray()),
                        row.getLong("resources"),
                        row.getLong("calls"),
                        row.getLong("gaps")))
                .single();
    }
}
