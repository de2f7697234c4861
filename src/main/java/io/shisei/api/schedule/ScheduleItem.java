package io.shisei.api.schedule;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.schedule.MissedRuns;
import io.shisei.schedule.Schedule;
import io.shisei.schedule.timetable.Timetable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as the API shows it; null {@code regions} and {@code controlIds} mean all, and so do null {@code accountIds}
 * together with null {@code ous}.
 */
record ScheduleItem(
        UUID id,
        String name,
        String cron,
        String zone,

        @Schema(description = ScheduleBodies.ACCOUNT_IDS) @Nullable
        List<String> accountIds,

        @Schema(description = ScheduleBodies.OUS) @Nullable List<String> ous,
        @Nullable List<String> regions,
        @Nullable List<String> controlIds,
        int jitterMinutes,
        List<BlackoutBody> blackouts,
        MissedRuns missedRuns,
        boolean enabled,
        Instant createdAt,
        @Nullable Instant lastRunAt,
        @Nullable Instant nextRunAt) {

    /** The next runs; {@code leftOut} others until the last of them fall into blackout windows. */
    @Schema(name = "SchedulePreview")
    record Preview(String cron, String zone, List<Instant> runs, int leftOut) {
        static Preview of(Timetable timetable, Instant now) {
            var runs = timetable.next(now, 10);
            return new Preview(
                    timetable.cron().expression(),
                    timetable.cron().zone().getId(),
                    runs,
                    runs.isEmpty() ? 0 : timetable.leftOut(now, runs.getLast()));
        }
    }

    static ScheduleItem of(Schedule schedule, Instant now) {
        var plan = schedule.plan();
        var cron = plan.timetable().cron();
        var next = plan.enabled() ? plan.timetable().next(now, 1) : List.<Instant>of();
        var controls = plan.controls();
        var ous = plan.selection().ous();
        return new ScheduleItem(
                schedule.id(),
                plan.name(),
                cron.expression(),
                cron.zone().getId(),
                plan.selection().accountIds(),
                ous == null ? null : ous.stream().map(Ou::path).toList(),
                plan.regions(),
                controls == null
                        ? null
                        : controls.stream().map(ControlId::value).toList(),
                plan.jitterMinutes(),
                plan.timetable().blackouts().stream().map(BlackoutBody::of).toList(),
                plan.missedRuns(),
                plan.enabled(),
                schedule.createdAt(),
                schedule.lastRunAt(),
                next.isEmpty() ? null : next.getFirst());
    }
}
