package io.shisei.schedule;

import io.shisei.account.RegionId;
import io.shisei.control.ControlId;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import io.shisei.schedule.timetable.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recurring scan of some accounts, or of all.
 *
 * @param nextRunAt null while it is paused
 */
public record Schedule(
        UUID id,
        Plan plan,
        Instant createdAt,
        @Nullable Instant lastRunAt,
        @Nullable Instant nextRunAt) {

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

        /** @throws Refusal.Invalid when the name, a region or the jitter cannot be, or a list is empty */
        public Plan {
            Limits.text("name", name, Limits.NAME);
            regions = RegionId.chosen(regions);
            controls = ControlId.chosen(controls);
            if (jitterMinutes < 0 || jitterMinutes > MOST_JITTER) {
                throw new Refusal.Invalid(ScheduleCode.JITTER, "jitterMinutes", MOST_JITTER);
            }
        }

        /** Pauses or resumes. */
        public Plan enabled(boolean on) {
            return new Plan(name, timetable, selection, regions, controls, jitterMinutes, missedRuns, on);
        }
    }

    public String name() {
        return plan.name();
    }

    public Timetable timetable() {
        return plan.timetable();
    }

    public Selection selection() {
        return plan.selection();
    }

    public int jitterMinutes() {
        return plan.jitterMinutes();
    }

    public MissedRuns missedRuns() {
        return plan.missedRuns();
    }

    public boolean enabled() {
        return plan.enabled();
    }
}
