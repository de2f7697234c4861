package io.shisei.schedule;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.database.JsonColumn;
import io.shisei.schedule.Schedule.Plan;
import io.shisei.schedule.timetable.Blackout;
import io.shisei.schedule.timetable.Cron;
import io.shisei.schedule.timetable.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import tools.jackson.core.type.TypeReference;

/** A schedule as a row. */
@Table("schedule")
class StoredSchedule {

    private static final TypeReference<List<Blackout>> BLACKOUTS = new TypeReference<>() {};

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

    private PGobject blackouts;

    private MissedRuns missedRuns;

    private boolean enabled;
    private Instant createdAt;

    @ReadOnlyProperty
    private @Nullable Instant lastRunAt;

    private @Nullable Instant nextRunAt;

    @Version
    private @Nullable Integer version;

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
        this.blackouts = JsonColumn.of(plan.timetable().blackouts());
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
        return new Timetable(Cron.parse(cron, zone), JsonColumn.read(blackouts, BLACKOUTS));
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
