package io.shisei.scan;

import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import io.shisei.inventory.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is written of scans and their units. Each change checks the state it starts from. */
@Repository
class ScanLedger {

    private final JdbcClient jdbc;

    ScanLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fails with a duplicate key when a scan of the account has not ended. */
    void queue(UUID id, ScanRequest request, Instant at) {
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
    void begin(UUID id, Collection<String> units, Instant at) {
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
    List<String> openUnits(UUID id) {
        return jdbc.sql("select region from scan_unit where scan_id = :id and state in ('QUEUED', 'RUNNING')")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Starts a unit, or takes it up again; answers which attempt this is, or nothing when there is nothing to do. */
    Optional<Attempt> beginUnit(UUID id, String region, Instant at) {
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
    void returnUnit(UUID id, String region) {
        jdbc.sql("update scan_unit set state = 'QUEUED', attempts = attempts - 1"
                        + " where scan_id = :id and region = :region and state = 'RUNNING'")
                .param("id", id)
                .param("region", region)
                .update();
    }

    /** Remembers that an attempt ended with an error. */
    void failUnit(UUID id, String region) {
        jdbc.sql("update scan_unit set failures = failures + 1"
                        + " where scan_id = :id and region = :region and state = 'RUNNING'")
                .param("id", id)
                .param("region", region)
                .update();
    }

    void endUnit(UUID id, String region, @Nullable String problem, Instant at) {
        jdbc.sql("update scan_unit set state = :state, problem = :problem, finished_at = :at"
                        + " where scan_id = :id and region = :region and state = 'RUNNING'")
                .param("state", problem == null ? "DONE" : "FAILED")
                .param("problem", problem)
                .param("at", Instants.utc(at))
                .param("id", id)
                .param("region", region)
                .update();
    }

    /** The services that a unit has committed. */
    Set<String> checkpoints(UUID id, String region) {
        return Set.copyOf(jdbc.sql("select service from coverage where scan_id = :id and region = :region")
                .param("id", id)
                .param("region", region)
                .query((row, number) -> row.getString(1))
                .list());
    }

    boolean runs(UUID id) {
        return jdbc.sql("select state = 'RUNNING' from scan where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether the scan runs, and keeps it so until the transaction ends. */
    boolean holdRunning(UUID id) {
        return jdbc.sql("select state = 'RUNNING' from scan where id = :id for share")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void commit(UUID id, Coverage coverage) {
        jdbc.sql("""
                        insert into coverage (scan_id, region, service, state, checks, complete_checks,
                                              resources, evaluations, opened, closed,
                                              calls, retries, throttles, gaps, started_at, finished_at)
                        values (:id, :region, :service, :state, :checks, :complete,
                                :resources, :evaluations, :opened, :closed,
                                :calls, :retries, :throttles, :gaps::jsonb, :started, :finished)
                        """)
                .param("id", id)
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

    /**
     * Whether the service was committed meanwhile: a worker that was taken for dead may still be at work. Keeps other
     * workers of the unit from committing until the transaction ends.
     */
    boolean isCommitted(UUID id, String region, String service) {
        jdbc.sql("select 1 from scan_unit where scan_id = :id and region = :region for update")
                .param("id", id)
                .param("region", region)
                .query(Integer.class)
                .optional();
        return checkpoints(id, region).contains(service);
    }

    /**
     * Remembers when controls were last evaluated on resources of a type in a region.
     *
     * @param complete whether they lacked nothing that they read
     * @param gap what kept resources from being listed
     */
    void evaluated(
            Unit unit, String type, List<ControlId> controls, boolean complete, @Nullable String gap, Instant at) {
        jdbc.sql("""
                        insert into evaluation (account_id, region, control_id, resource_type, scan_id, at, complete, gap)
                        select :account, :region, control, :type, :id, :at, :complete, :gap::jsonb
                        from unnest(:controls) as control
                        on conflict (account_id, region, control_id, resource_type)
                        do update set scan_id = excluded.scan_id, at = excluded.at, complete = excluded.complete,
                                      gap = excluded.gap
                        """)
                .param("account", unit.account().id())
                .param("region", unit.region())
                .param("type", type)
                .param("controls", array(controls))
                .param("id", unit.scanId())
                .param("at", Instants.utc(at))
                .param("complete", complete)
                .param("gap", gap)
                .update();
    }

    /** Controls that have nothing of a type to judge in a region were not evaluated there. */
    void forget(String accountId, String region, String type, List<ControlId> controls) {
        jdbc.sql("""
                        delete from evaluation
                        where account_id = :account and region = :region and resource_type = :type
                          and control_id = any(:controls)
                        """)
                .param("account", accountId)
                .param("region", region)
                .param("type", type)
                .param("controls", array(controls))
                .update();
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

    void end(UUID id, ScanState state, @Nullable String problem, Instant at) {
        jdbc.sql("update scan set state = :state, problem = :problem, finished_at = :at"
                        + " where id = :id and state in ('QUEUED', 'RUNNING')")
                .param("state", state.name())
                .param("problem", problem)
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

    void cancelUnits(UUID id, Instant at) {
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
