package io.shisei.api;

import io.shisei.schedule.Cron;
import io.shisei.schedule.Schedule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A schedule as the API shows it; {@code accountIds} null means every account. */
record ScheduleItem(
        UUID id,
        String name,
        String cron,
        String zone,
        @Nullable List<String> accountIds,
        boolean enabled,
        Instant createdAt,
        @Nullable Instant lastRunAt,
        @Nullable Instant nextRunAt) {

    /** The next runs of a cron expression. */
    @Schema(name = "SchedulePreview")
    record Preview(String cron, String zone, List<Instant> runs) {
        static Preview of(Cron cron, Instant now) {
            return new Preview(cron.expression(), cron.zone().getId(), cron.next(now, 10));
        }
    }

    static ScheduleItem of(Schedule schedule, Instant now) {
        var cron = schedule.cron();
        var next = schedule.enabled() ? cron.next(now, 1) : List.<Instant>of();
        return new ScheduleItem(
                schedule.id(),
                schedule.name(),
                cron.expression(),
                cron.zone().getId(),
                schedule.accountIds(),
                schedule.enabled(),
                schedule.createdAt(),
                schedule.lastRunAt(),
                next.isEmpty() ? null : next.getFirst());
    }
}
