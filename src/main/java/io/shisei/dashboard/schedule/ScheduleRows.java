package io.shisei.dashboard.schedule;

import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.account.OuChoice;
import io.shisei.refusal.Refusal;
import io.shisei.schedule.LastRun;
import io.shisei.schedule.Run;
import io.shisei.schedule.Schedule;
import io.shisei.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Schedules, their past runs and their next ones, as the pages show them. */
@Component
class ScheduleRows {
    private static final int NEXT = 10;
    private static final int PAST = 20;

    private final Schedules schedules;
    private final CronWords words;
    private final Clock clock;

    ScheduleRows(Schedules schedules, CronWords words, Clock clock) {
        this.schedules = schedules;
        this.words = words;
        this.clock = clock;
    }

    record Row(
            UUID id,
            String name,
            String when,
            String cron,
            String zone,
            boolean everyAccount,
            @Nullable List<String> accountIds,
            List<OuChoice.Option> ous,
            boolean enabled,
            @Nullable LastRun last,
            List<Instant> next) {}

    /** A run, and in how many of its accounts a scan was started; {@code idle}: it ran, but had no accounts. */
    record RunRow(Run run, long started, int total, boolean idle) {
        static RunRow of(Run run) {
            var total = run.accounts().size();
            return new RunRow(
                    run, startedBy(run), total, total == 0 && run.outcome().ran());
        }
    }

    static long startedBy(Run run) {
        return run.accounts().stream()
                .filter(it -> it.outcome() == Run.Started.STARTED)
                .count();
    }

    /** When it runs in words, the next runs, and how many others fall into blackout windows; or why there are none. */
    record Preview(
            String when,
            List<Instant> runs,
            int leftOut,
            @Nullable FormProblem problem) {}

    List<RunRow> runs(UUID id) {
        return schedules.runs(id, PAST).stream().map(RunRow::of).toList();
    }

    Preview preview(ScheduleForm form, Locale reader) {
        try {
            var timetable = form.timetable();
            var runs = timetable.next(clock.instant(), NEXT);
            return new Preview(
                    words.of(timetable.cron(), reader),
                    runs,
                    runs.isEmpty() ? 0 : timetable.leftOut(clock.instant(), runs.getLast()),
                    null);
        } catch (Refusal.Invalid refused) {
            return new Preview("", List.of(), 0, FormProblem.of(refused));
        }
    }

    /** Of each, sorted as they are. */
    List<Row> all(Map<String, Integer> sizes, Locale reader) {
        var last = schedules.lastRuns();
        return schedules.list().stream()
                .map(it -> of(it, last.get(it.id()), sizes, reader))
                .toList();
    }

    private Row of(Schedule it, @Nullable LastRun last, Map<String, Integer> sizes, Locale reader) {
        var timetable = it.timetable();
        var cron = timetable.cron();
        var selection = it.selection();
        var paths = ScheduleForm.paths(selection);
        return new Row(
                it.id(),
                it.name(),
                words.of(cron, reader),
                cron.expression(),
                cron.zone().getId(),
                selection.all(),
                selection.accountIds(),
                OuChoice.chosen(paths, sizes),
                it.enabled(),
                last,
                it.enabled() ? timetable.next(clock.instant(), 3) : List.of());
    }
}
