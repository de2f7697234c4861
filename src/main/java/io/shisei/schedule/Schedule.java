package io.shisei.schedule;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A recurring scan of some accounts, or of all. */
@Entity
public class Schedule {

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
    protected Schedule() {}

    @SuppressWarnings("NullAway.Init") // follow() sets the rest
    Schedule(UUID id, Plan plan, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        follow(plan, createdAt);
    }

    /**
     * What people decide about a schedule.
     *
     * @param regions null: those of each account
     * @param controls null: every enabled one
     * @param jitterMinutes the starts of a run are spread over so many minutes, 0 to 60
     */
    public record Plan(
            String name,
            Timetable timetable,
            Selection selection,
            @Nullable List<String> regions,
            @Nullable List<ControlId> controls,
            int jitterMinutes,
            MissedRuns missedRuns,
            boolean enabled) {

        public static final int MOST_JITTER = 60;

        public Plan {
            if (jitterMinutes < 0 || jitterMinutes > MOST_JITTER) {
                throw new IllegalArgumentException("the jitter is " + jitterMinutes + " minutes; it may be 0 to 60");
            }
        }

        /** Pauses or resumes. */
        public Plan enabled(boolean on) {
            return new Plan(name, timetable, selection, regions, controls, jitterMinutes, missedRuns, on);
        }
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

    public Plan plan() {
        return new Plan(name, timetable(), selection(), regions, controls(), jitterMinutes, missedRuns, enabled);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Timetable timetable() {
        return new Timetable(Cron.parse(cron, zone), blackouts);
    }

    public Selection selection() {
        return new Selection(
                accountIds,
                ouPaths == null ? null : ouPaths.stream().map(Ou::new).toList());
    }

    /** Null: those of each account. */
    public @Nullable List<String> regions() {
        return regions;
    }

    /** Null: every enabled one. */
    public @Nullable List<ControlId> controls() {
        return controlIds == null
                ? null
                : controlIds.stream().map(ControlId::new).toList();
    }

    public int jitterMinutes() {
        return jitterMinutes;
    }

    public MissedRuns missedRuns() {
        return missedRuns;
    }

    public boolean enabled() {
        return enabled;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant lastRunAt() {
        return lastRunAt;
    }

    /** Null while it is paused. */
    public @Nullable Instant nextRunAt() {
        return nextRunAt;
    }
}
