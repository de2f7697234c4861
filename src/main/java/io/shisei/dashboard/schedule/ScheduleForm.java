package io.shisei.dashboard.schedule;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.dashboard.Words;
import io.shisei.entry.Unsplit;
import io.shisei.refusal.Refusal;
import io.shisei.schedule.MissedRuns;
import io.shisei.schedule.Schedule;
import io.shisei.schedule.ScheduleCode;
import io.shisei.schedule.Selection;
import io.shisei.schedule.timetable.Blackout;
import io.shisei.schedule.timetable.Cron;
import io.shisei.schedule.timetable.Rhythm;
import io.shisei.schedule.timetable.Rhythm.Often;
import io.shisei.schedule.timetable.Timetable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as people type it. {@code everyAccount} wins over {@code accountIds} and {@code ous}.
 *
 * @param rhythm null: {@code cron} says when
 */
record ScheduleForm(
        @Nullable String name,
        @Nullable Often rhythm,
        @Nullable String time,
        @Nullable DayOfWeek day,
        @Nullable String cron,
        @Nullable String zone,
        @Nullable Boolean everyAccount,
        @Nullable List<String> accountIds,
        @Unsplit @Nullable List<String> ous,
        @Nullable String regions,
        @Nullable String controlIds,
        @Nullable Integer jitterMinutes,
        @Nullable List<WindowForm> windows,
        @Nullable MissedRuns missedRuns,
        @Nullable Boolean enabled) {

    /** Lines for windows that a form has more than it needs. */
    private static final int SPARE = 2;

    /** Every night at three. */
    static final ScheduleForm NEW = new ScheduleForm(
            null,
            Often.DAILY,
            "03:00",
            DayOfWeek.MONDAY,
            "0 3 * * *",
            null,
            true,
            null,
            null,
            null,
            null,
            0,
            null,
            MissedRuns.SKIP,
            true);

    static ScheduleForm of(Schedule it) {
        var plan = it.plan();
        var cron = plan.timetable().cron();
        var selection = plan.selection();
        var rhythm = Rhythm.of(cron);
        return new ScheduleForm(
                plan.name(),
                rhythm.map(Rhythm::often).orElse(null),
                rhythm.map(Rhythm::time).orElse(LocalTime.of(3, 0)).toString(),
                rhythm.map(Rhythm::day).orElse(DayOfWeek.MONDAY),
                cron.expression(),
                cron.zone().getId(),
                selection.all(),
                selection.accountIds(),
                paths(selection),
                Words.join(plan.regions()),
                Words.join(plan.controls()),
                plan.jitterMinutes(),
                plan.timetable().blackouts().stream().map(WindowForm::of).toList(),
                plan.missedRuns(),
                plan.enabled());
    }

    static List<String> paths(Selection selection) {
        var ous = selection.ous();
        return ous == null ? List.of() : ous.stream().map(Ou::path).toList();
    }

    Schedule.Plan toPlan() {
        return new Schedule.Plan(
                name == null ? "" : name.strip(),
                timetable(),
                every() ? Selection.ALL : selection(),
                Words.listOrNull(regions),
                ControlId.parse(Words.listOrNull(controlIds)),
                jitterMinutes == null ? 0 : jitterMinutes,
                missedRuns == null ? MissedRuns.SKIP : missedRuns,
                Boolean.TRUE.equals(enabled));
    }

    /** A form without units chooses among accounts: none chosen is none. */
    private Selection selection() {
        return chosenOus().isEmpty()
                ? new Selection(chosen(), null)
                : new Selection(chosen().isEmpty() ? null : chosen(), Ou.chosen("ous", chosenOus()));
    }

    Timetable timetable() {
        return Timetable.of(when(), blackouts());
    }

    /** @throws Refusal.Invalid when it cannot be read, or recurs never */
    private Cron when() {
        return Cron.parse(rhythm == null ? cronText() : chosen(rhythm).expression(), zoneText());
    }

    private Rhythm chosen(Often often) {
        try {
            return new Rhythm(often, LocalTime.parse(timeText()), day == null ? DayOfWeek.MONDAY : day);
        } catch (DateTimeException e) {
            throw new Refusal.Invalid(ScheduleCode.NOT_A_TIME, "time", timeText());
        }
    }

    private List<Blackout> blackouts() {
        var typed = typed().toList();
        return IntStream.range(0, typed.size())
                .mapToObj(i -> typed.get(i).toBlackout("blackouts/" + i))
                .toList();
    }

    private Stream<WindowForm> typed() {
        return windows == null ? Stream.of() : windows.stream().filter(it -> it != null && !it.empty());
    }

    /** The windows, and some lines for more. */
    public List<WindowForm> lines() {
        return Stream.concat(typed(), Stream.generate(() -> WindowForm.EMPTY).limit(SPARE))
                .toList();
    }

    /** Whether something is chosen that most schedules leave as it is. */
    public boolean advanced() {
        return Words.orNull(regions) != null
                || Words.orNull(controlIds) != null
                || (jitterMinutes != null && jitterMinutes != 0)
                || missedRuns == MissedRuns.RUN_ONCE
                || typed().findAny().isPresent();
    }

    public boolean every() {
        return Boolean.TRUE.equals(everyAccount);
    }

    public List<String> chosen() {
        return accountIds == null ? List.of() : accountIds;
    }

    List<String> chosenOus() {
        return ous == null ? List.of() : ous;
    }

    public String timeText() {
        return time == null ? "" : time.strip();
    }

    public String cronText() {
        return cron == null ? "" : cron.strip();
    }

    public String zoneText() {
        return zone == null ? "UTC" : zone;
    }
}
