package io.shisei.schedule;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.schedule.Schedule.Plan;
import io.shisei.schedule.timetable.Blackout;
import io.shisei.schedule.timetable.Cron;
import io.shisei.schedule.timetable.Timetable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A schedule as a row. */
@Entity
@Table(name = "schedule")
class StoredSchedule {

    @Id
    private UUID id;

    private String name;
    private String cron;
    private String zone;
    private @Nullable List<String> accountIds;
    private @Nullable List<String> ouPaths;
    private @Nullable List<String> regions;
    private @Nullable List<String> controlIds;
    private int jitterMinutes;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Blackout> blackouts;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private MissedRuns missedRuns;

    private boolean enabled;
    private Instant createdAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastRunAt;

    private @Nullable Instant nextRunAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected StoredSchedule() {}

    @SuppressWarnings("NullAway.Init") // follow() sets the rest
    StoredSchedule(UUID id, Plan plan, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        follow(plan, createdAt);
    }

    final void follow(Plan plan, Instant now) {
        var ids = plan.controls();
        var ous = plan.selection().ous();
        this.name = plan.name();
        this.cron = plan.timetable().cron().expression();
        this.zone = plan.timetable().cron().zone().getId();
        this.blackouts = plan.timetable().blackouts();
        this.accountIds = plan.selection().accountIds();
        this.ouPaths = ous == null ? null : ous.stream().map(Ou::path).toList();
        this.regions = plan.regions();
        this.controlIds =
                ids == null ? null : ids.stream().map(ControlId::value).toList();
        this.jitterMinutes = plan.jitterMinutes();
        this.missedRuns = plan.missedRuns();
        this.enabled = plan.enabled();
        awaitNext(now);
    }

    final void awaitNext(Instant now) {
        this.nextRunAt = enabled ? timetable().next(now, 1).stream().findFirst().orElse(null) : null;
    }

    Schedule toSchedule() {
        return new Schedule(id, plan(), createdAt, lastRunAt, nextRunAt);
    }

    private Plan plan() {
        return new Plan(name, timetable(), selection(), regions, controls(), jitterMinutes, missedRuns, enabled);
    }

    UUID id() {
        return id;
    }

    private Timetable timetable() {
        return new Timetable(Cron.parse(cron, zone), blackouts);
    }

    private Selection selection() {
        return new Selection(
                accountIds,
                ouPaths == null ? null : ouPaths.stream().map(Ou::new).toList());
    }

    private @Nullable List<ControlId> controls() {
        return controlIds == null
                ? null
                : controlIds.stream().map(ControlId::new).toList();
    }
}
