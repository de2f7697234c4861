package io.shisei.api;

import io.shisei.api.problem.Refused;
import io.shisei.schedule.Blackout;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
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
                .mapToObj(i -> window("#/blackouts/" + i, windows.get(i)))
                .toList();
    }

    private static Blackout window(String pointer, @Nullable BlackoutBody body) { // JSON may have a null
        if (body == null) {
            throw Refused.malformed(pointer, "is missing");
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        if (body.days() != null) {
            body.days().stream().filter(Objects::nonNull).forEach(days::add);
            if (days.isEmpty()) {
                throw Refused.malformed(
                        pointer + "/days", "is empty: name a day, or leave it out (null) for every day");
            }
        }
        return new Blackout(days, time(pointer + "/from", body.from()), time(pointer + "/to", body.to()));
    }

    private static LocalTime time(String pointer, @Nullable String text) {
        if (text == null) {
            throw Refused.malformed(pointer, "is missing");
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw Refused.malformed(pointer, "'" + text + "' is not a time of the day, such as 22:00");
        }
    }
}
