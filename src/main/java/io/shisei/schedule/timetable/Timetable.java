package io.shisei.schedule.timetable;

import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import io.shisei.schedule.ScheduleCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The runs of a cron expression that fall outside the blackout windows. */
public record Timetable(Cron cron, List<Blackout> blackouts) {

    /** A 29 February comes back to the same day of the week after at most 40 years. */
    private static final Duration CALENDAR_COMES_BACK = Duration.ofDays(41 * 366);

    private static final Duration YEAR_COMES_BACK = Duration.ofDays(2 * 366);

    private static final int COUNTED = 10_000;

    /** More than the days of 41 years: keeps a search from taking many seconds. */
    private static final int TRIED = 20_000;

    public Timetable {
        blackouts = List.copyOf(blackouts);
    }

    /** @throws Refusal when the windows leave no run */
    public static Timetable of(Cron cron, List<Blackout> blackouts) {
        Limits.atMost("blackouts", blackouts, Limits.BLACKOUTS);
        var timetable = new Timetable(cron, blackouts);
        if (timetable.next(Instant.now(), 1).isEmpty()) {
            throw new Refusal.Impossible(ScheduleCode.ALWAYS_BLACKED_OUT, "blackouts", cron.expression());
        }
        return timetable;
    }

    /** The next {@code count} runs after {@code after}. */
    public List<Instant> next(Instant after, int count) {
        var runs = new ArrayList<Instant>();
        var last = after;
        while (runs.size() < count) {
            var next = next(last);
            if (next.isEmpty()) {
                break;
            }
            last = next.get();
            runs.add(last);
        }
        return runs;
    }

    /** How many runs from {@code after} to {@code end} the windows leave out, counting no more than 10,000 runs. */
    public int leftOut(Instant after, Instant end) {
        return blackouts.isEmpty()
                ? 0
                : (int) Stream.iterate(cron.next(after, 1), next -> cron.next(next.getFirst(), 1))
                        .takeWhile(next -> !next.isEmpty() && !next.getFirst().isAfter(end))
                        .limit(COUNTED)
                        .filter(next -> blackedOut(next.getFirst()))
                        .count();
    }

    public boolean blackedOut(Instant at) {
        return blackoutEnd(at).isPresent();
    }

    /** The largest number of minutes, at most {@code minutes}, by which a run can be put off without being in a window. */
    public int room(Instant run, int minutes) {
        return IntStream.rangeClosed(1, minutes)
                        .filter(minute -> blackedOut(run.plus(Duration.ofMinutes(minute))))
                        .findFirst()
                        .orElse(minutes + 1)
                - 1;
    }

    private Optional<Instant> next(Instant after) {
        var horizon = after.plus(cron.everyDate() ? YEAR_COMES_BACK : CALENDAR_COMES_BACK);
        var from = after;
        for (var tried = 0; tried < TRIED; tried++) {
            var next = cron.next(from, 1);
            if (next.isEmpty() || next.getFirst().isAfter(horizon)) {
                break;
            }
            var run = next.getFirst();
            var end = blackoutEnd(run);
            if (end.isEmpty()) {
                return Optional.of(run);
            }
            // Where clocks go back, the window's end may come before a run that it covers.
            from = end.get().isAfter(run) ? end.get().minusNanos(1) : run;
        }
        return Optional.empty();
    }

    private Optional<Instant> blackoutEnd(Instant at) {
        var local = LocalDateTime.ofInstant(at, cron.zone());
        return blackouts.stream()
                .filter(window -> window.covers(local))
                .findFirst()
                .map(window -> window.end(local).atZone(cron.zone()).toInstant());
    }
}
