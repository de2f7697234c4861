package io.shisei.coverage;

import io.shisei.database.Instants;
import io.shisei.inventory.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** What scans read, by scan, region and service. */
@Repository
public class Coverages {

    private static final TypeReference<List<Coverage.CountedGap>> GAPS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Coverages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fails with a duplicate key when the service was read there by the same scan. */
    public void add(UUID scanId, Coverage coverage) {
        jdbc.sql("""
                        insert into coverage (scan_id, region, service, state, checks, complete_checks,
                                              resources, evaluations, opened, closed,
                                              calls, retries, throttles, gaps, started_at, finished_at)
                        values (:id, :region, :service, :state, :checks, :complete,
                                :resources, :evaluations, :opened, :closed,
                                :calls, :retries, :throttles, :gaps::jsonb, :started, :finished)
                        """)
                .param("id", scanId)
                .param("region", coverage.region())
                .param("service", coverage.service())
                .param("state", coverage.state().name())
                .param("checks", coverage.checks())
                .param("complete", coverage.completeChecks())
                .param("resources", coverage.resources())
                .param("evaluations", coverage.evaluations())
                .param("opened", coverage.opened())
                .param("closed", coverage.closed())
                .param("calls", coverage.calls())
                .param("retries", coverage.retries())
                .param("throttles", coverage.throttles())
                .param("gaps", Json.write(coverage.gaps()))
                .param("started", Instants.utc(coverage.startedAt()))
                .param("finished", Instants.utc(coverage.finishedAt()))
                .update();
    }

    /** What a scan read so far, by region and service. */
    public List<Coverage> of(UUID scanId) {
        return jdbc.sql("select * from coverage where scan_id = :id order by region, service")
                .param("id", scanId)
                .query(Coverages::coverage)
                .list();
    }

    /** The services that a scan has read in a region. */
    public Set<String> services(UUID scanId, String region) {
        return jdbc.sql("select service from coverage where scan_id = :id and region = :region")
                .param("id", scanId)
                .param("region", region)
                .query((row, number) -> row.getString("service"))
                .set();
    }

    /** The regions that any of these scans read. */
    public Set<String> regions(Collection<UUID> scanIds) {
        return jdbc.sql("select distinct region from coverage where scan_id = any(:ids)")
                .param("ids", scanIds.toArray(UUID[]::new))
                .query((row, number) -> row.getString("region"))
                .set();
    }

    private static Coverage coverage(ResultSet row, int number) throws SQLException {
        return new Coverage(
                row.getString("region"),
                row.getString("service"),
                Coverage.State.valueOf(row.getString("state")),
                row.getLong("checks"),
                row.getLong("complete_checks"),
                row.getLong("resources"),
                row.getLong("evaluations"),
                row.getLong("opened"),
                row.getLong("closed"),
                row.getLong("calls"),
                row.getLong("retries"),
                row.getLong("throttles"),
                Json.read(row.getString("gaps"), GAPS),
                Instants.read(row, "started_at"),
                Instants.read(row, "finished_at"));
    }
}
