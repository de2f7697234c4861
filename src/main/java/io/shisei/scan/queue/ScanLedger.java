package io.shisei.scan.queue;

import io.shisei.database.Instants;
import io.shisei.refusal.Told;
import io.shisei.scan.ScanRequest;
import io.shisei.scan.ScanState;
import io.shisei.scan.unit.Attempt;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is written of scans and their units. Each change checks the state it starts from. */
@Repository
public class ScanLedger {

    private final JdbcClient jdbc;

    ScanLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fails with a duplicate key when a scan of the account has not ended. */
    public void queue(UUID id, ScanRequest request, Instant at) {
        jdbc.sql("""
                        insert into scan (id, account_id, trigger, schedule_id, state, regions, control_ids, queued_at)
                        values (:id, :account, :trigger, :schedule, 'QUEUED', :regions, :controls, :at)
                        """)
                .param("id", id)
                .param("account", request.accountId())
                .param("trigger", request.trigger().name())
                .param("schedule", request.scheduleId())
                .param("regions", array(request.regions()))
                .param("controls", array(request.controlIds()))
                .param("at", Instants.utc(at))
                .update();
    }

    /** Starts the scan with its units; does nothing when it was started or has ended. */
    public void begin(UUID id, Collection<String> units, Instant at) {
        var begun = jdbc.sql("update scan set state = 'RUNNING', started_at = :at where id = :id and state = 'QUEUED'")
                .param("at", Instants.utc(at))
                .param("id", id)
                .update();
        if (begun == 1) {
            units.forEach(
                    region -> jdbc.sql("insert into scan_unit (scan_id, region, state) values (:id, :region, 'QUEUED')")
                            .param("id", id)
                            .param("region", region)
                            .update());
        }
    }

    /** The units that have not ended. */
    public List<String> openUnits(UUID id) {
        return jdbc.sql("select region from scan_unit where scan_id = :id and state in ('QUEUED', 'RUNNING')")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Starts a unit, or takes it up again; answers which attempt this is, or nothing when there is nothing to do. */
    public Optional<Attempt> beginUnit(UUID id, String region, Instant at) {
        return jdbc.sql("""
                        update scan_unit set state = 'RUNNING', attempts = attempts + 1,
                                             started_at = coalesce(started_at, :at)
                        where scan_id = :id and region = :region and state in ('QUEUED', 'RUNNING')
                          and exists (select from scan where id = :id and state = 'RUNNING')
                        returning attempts as number, failures
                        """)
                .param("at", Instants.utc(at))
                .param("id", id)
                .param("region", region)
                .query(Attempt.class)
                .optional();
    }

    /** Gives a unit back that was interrupted through no fault of its own. */
    public void returnUnit(UUID id, String region) {
        jdbc.sql("update scan_unit set state = 'QUEUED', attempts = attempts - 1"
                        + " where scan_id = :id and region = :region and state = 'RUNNING'")
                .param("id", id)
                .param("region", region)
                .update();
    }

    /** Remembers that an attempt ended with an error. */
    public void failUnit(UUID id, String region) {
        jdbc.sql("update scan_unit set failures = failures + 1"
                        + " where scan_id = :id and region = :region and state = 'RUNNING'")
                .param("id", id)
                .param("region", region)
                .update();
    }

    public void endUnit(UUID id, String region, @Nullable Told problem, Instant at) {
        jdbc.sql("update scan_unit set state = :state, problem = :problem, finished_at = :at"
                        + " where scan_id = :id and region = :region and state = 'RUNNING'")
                .param("state", problem == null ? "DONE" : "FAILED")
                .param("problem", problem == null ? null : problem.kept())
                .param("at", Instants.utc(at))
                .param("id", id)
                .param("region", region)
                .update();
    }

    public boolean runs(UUID id) {
        return jdbc.sql("select state = 'RUNNING' from scan where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether the scan runs, and keeps it so until the transaction ends. */
    public boolean holdRunning(UUID id) {
        return jdbc.sql("select state = 'RUNNING' from scan where id = :id for share")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Keeps other workers of the unit from committing until the transaction ends: one may be taken for dead. */
    public void holdUnit(UUID id, String region) {
        jdbc.sql("select 1 from scan_unit where scan_id = :id and region = :region for update")
                .param("id", id)
                .param("region", region)
                .query(Integer.class)
                .optional();
    }

    /** Locks the scan when it runs and all its units have ended. */
    boolean lockIfAllUnitsEnded(UUID id) {
        return jdbc.sql("select id from scan where id = :id and state = 'RUNNING' for update")
                        .param("id", id)
                        .query(UUID.class)
                        .optional()
                        .isPresent()
                && openUnits(id).isEmpty();
    }

    public void end(UUID id, ScanState state, @Nullable Told problem, Instant at) {
        jdbc.sql("update scan set state = :state, problem = :problem, finished_at = :at"
                        + " where id = :id and state in ('QUEUED', 'RUNNING')")
                .param("state", state.name())
                .param("problem", problem == null ? null : problem.kept())
                .param("at", Instants.utc(at))
                .param("id", id)
                .update();
    }

    /** The scans that have not ended though they were queued before {@code time}. */
    List<UUID> open(Instant time) {
        return jdbc.sql("select id from scan where state in ('QUEUED', 'RUNNING') and queued_at < :time")
                .param("time", Instants.utc(time))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    public void cancelUnits(UUID id, Instant at) {
        jdbc.sql("update scan_unit set state = 'CANCELLED', finished_at = :at"
                        + " where scan_id = :id and state in ('QUEUED', 'RUNNING')")
                .param("at", Instants.utc(at))
                .param("id", id)
                .update();
    }

    private static String @Nullable [] array(@Nullable List<?> values) {
        return values == null ? null : values.stream().map(Object::toString).toArray(String[]::new);
    }
}
