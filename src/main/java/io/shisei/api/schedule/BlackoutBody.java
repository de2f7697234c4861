package io.shisei.api.schedule;

import io.shisei.api.problem.BadCall;
import io.shisei.schedule.timetable.Blackout;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A blackout window in JSON; null {@code days} mean every day, {@code to} up to {@code from} the next day. */
@Schema(name = "Blackout")
record BlackoutBody(
        @Nullable List<DayOfWeek> days,
        @Schema(example = "22:00") @Nullable String from,
        @Schema(example = "04:00") @Nullable String to) {

    static BlackoutBody of(Blackout window) {
        return new BlackoutBody(
                List.copyOf(window.days()),
                window.from().toString(),
                window.to().toString());
    }

    static List<Blackout> read(@Nullable List<BlackoutBody> windows) {
        if (windows == null) {
            return List.of();
        }
        return IntStream.range(0, windows.size())
                .mapToObj(i -> window("blackouts/" + i, windows.get(i)))
                .toList();
    }

    private static Blackout window(String field, @Nullable BlackoutBody body) { // JSON may have a null
        if (body == null) {
            throw BadCall.malformed("#/" + field, "is missing");
        }
        return Blackout.parse(field, days(body.days()), body.from(), body.to());
    }

    private static @Nullable Set<DayOfWeek> days(@Nullable List<DayOfWeek> days) {
        return days == null ? null : days.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
