package io.shisei.api.schedule;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.refusal.Limits;
import io.shisei.schedule.MissedRuns;
import io.shisei.schedule.Schedule;
import io.shisei.schedule.Selection;
import io.shisei.schedule.timetable.Cron;
import io.shisei.schedule.timetable.Timetable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about schedules. */
final class ScheduleBodies {

    static final String ACCOUNT_IDS =
            "Accounts to scan, besides those of `ous`. Null: none by id; every account when `ous` is null as well.";
    static final String OUS = "Organizational units to scan, as paths such as `/Workloads/Prod`: on each run, the"
            + " accounts that are then in them or in units below. Null: none; every account when `accountIds` is null"
            + " as well.";

    private static final String UTC = "UTC";

    private ScheduleBodies() {}

    /**
     * Without {@code zone} in UTC; without {@code regions} or {@code controlIds} (or with null) for all, and so without
     * both {@code accountIds} and {@code ous}; without the others enabled, with neither jitter nor blackouts, missed
     * runs skipped.
     */
    @Schema(name = "NewSchedule")
    record New(
            @NotBlank @Size(max = Limits.NAME) String name,

            @NotNull @Size(max = Limits.CRON) String cron,

            @Nullable @Size(max = Limits.ZONE) String zone,

            @Schema(description = ACCOUNT_IDS) @Nullable List<String> accountIds,
            @Schema(description = OUS) @Nullable List<String> ous,
            @Nullable List<String> regions,
            @Nullable List<String> controlIds,

            @Schema(minimum = "0", maximum = "60") @Nullable Integer jitterMinutes,

            @Nullable List<BlackoutBody> blackouts,
            @Nullable MissedRuns missedRuns,
            @Nullable Boolean enabled) {

        Schedule.Plan plan() {
            return new Schedule.Plan(
                    name,
                    Timetable.of(Cron.parse(cron, zone == null ? UTC : zone), BlackoutBody.read(blackouts)),
                    new Selection(accountIds, Ou.chosen("ous", ous)),
                    regions,
                    ControlId.parse(controlIds),
                    jitterMinutes == null ? 0 : jitterMinutes,
                    missedRuns == null ? MissedRuns.SKIP : missedRuns,
                    enabled == null || enabled);
        }
    }

    /** What is absent stays; what is null becomes as in a new schedule without it. */
    @Schema(name = "ScheduleChange")
    record Change(
            @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(max = Limits.NAME)
            String name,

            @Nullable @Size(max = Limits.CRON) String cron,

            @Nullable @Size(max = Limits.ZONE) String zone,

            @Schema(description = ACCOUNT_IDS) @Nullable Optional<List<String>> accountIds,
            @Schema(description = OUS) @Nullable Optional<List<String>> ous,
            @Nullable Optional<List<String>> regions,
            @Nullable Optional<List<String>> controlIds,

            @Schema(minimum = "0", maximum = "60") @Nullable Integer jitterMinutes,

            @Nullable List<BlackoutBody> blackouts,
            @Nullable MissedRuns missedRuns,
            @Nullable Boolean enabled) {

        Schedule.Plan plan(Schedule.Plan now) {
            return new Schedule.Plan(
                    name == null ? now.name() : name,
                    timetable(now.timetable()),
                    selection(now.selection()),
                    regions == null ? now.regions() : regions.orElse(null),
                    controlIds == null ? now.controls() : ControlId.parse(controlIds.orElse(null)),
                    jitterMinutes == null ? now.jitterMinutes() : jitterMinutes,
                    missedRuns == null ? now.missedRuns() : missedRuns,
                    enabled == null ? now.enabled() : enabled);
        }

        private Selection selection(Selection now) {
            return new Selection(
                    accountIds == null ? now.accountIds() : accountIds.orElse(null),
                    ous == null ? now.ous() : Ou.chosen("ous", ous.orElse(null)));
        }

        private Timetable timetable(Timetable now) {
            if (cron == null && zone == null && blackouts == null) {
                return now;
            }
            var when = Cron.parse(
                    cron == null ? now.cron().expression() : cron,
                    zone == null ? now.cron().zone().getId() : zone);
            return Timetable.of(when, blackouts == null ? now.blackouts() : BlackoutBody.read(blackouts));
        }
    }

    @Schema(name = "ScheduleWanted")
    record Preview(
            @NotNull @Size(max = Limits.CRON) String cron,

            @Nullable @Size(max = Limits.ZONE) String zone,

            @Nullable List<BlackoutBody> blackouts) {

        Timetable timetable() {
            return Timetable.of(Cron.parse(cron, zone == null ? UTC : zone), BlackoutBody.read(blackouts));
        }
    }
}
