package io.shisei.api;

import io.shisei.api.problem.Refused;
import io.shisei.schedule.Cron;
import io.shisei.schedule.Schedule;
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

    private static final String UTC = "UTC";

    private ScheduleBodies() {}

    /** Without {@code zone} in UTC, without {@code accountIds} (or with null) for every account, and enabled. */
    @Schema(name = "NewSchedule")
    record New(
            @NotBlank(message = "is missing or blank") @Size(max = 200, message = "is longer than 200 characters")
            String name,

            @NotNull(message = "is missing") @Size(max = 200, message = "is longer than 200 characters")
            String cron,

            @Nullable String zone,
            @Nullable List<String> accountIds,
            @Nullable Boolean enabled) {

        Schedule.Plan plan(Known known) {
            var when = Cron.parse(cron, zone == null ? UTC : zone);
            return new Schedule.Plan(name, when, accounts(accountIds, known), enabled == null || enabled);
        }
    }

    /** What is absent stays; null {@code accountIds} means every account. */
    @Schema(name = "ScheduleChange")
    record Change(
            @Nullable
            @Pattern(regexp = "(?s).*\\S.*", message = "is blank")
            @Size(max = 200, message = "is longer than 200 characters")
            String name,

            @Nullable @Size(max = 200, message = "is longer than 200 characters")
            String cron,

            @Nullable String zone,
            @Nullable Optional<List<String>> accountIds,
            @Nullable Boolean enabled) {

        Schedule.Plan plan(Schedule now, Known known) {
            var when = cron == null && zone == null
                    ? now.cron()
                    : Cron.parse(
                            cron == null ? now.cron().expression() : cron,
                            zone == null ? now.cron().zone().getId() : zone);
            return new Schedule.Plan(
                    name == null ? now.name() : name,
                    when,
                    accountIds == null ? now.accountIds() : accounts(accountIds.orElse(null), known),
                    enabled == null ? now.enabled() : enabled);
        }
    }

    @Schema(name = "ScheduleWanted")
    record Preview(
            @NotNull(message = "is missing") @Size(max = 200, message = "is longer than 200 characters")
            String cron,

            @Nullable String zone) {

        Cron when() {
            return Cron.parse(cron, zone == null ? UTC : zone);
        }
    }

    private static @Nullable List<String> accounts(@Nullable List<String> ids, Known known) {
        if (ids == null) {
            return null;
        }
        if (ids.isEmpty()) {
            throw Refused.malformed("#/accountIds", "is empty: name an account, or leave it out (null) for all");
        }
        for (var i = 0; i < ids.size(); i++) {
            var id = String.valueOf(ids.get(i)); // JSON may have a null
            if (!known.watches(id)) {
                throw Refused.impossible("#/accountIds/" + i, "'" + id + "' is not an account that is being watched");
            }
        }
        return ids.stream().distinct().toList();
    }
}
