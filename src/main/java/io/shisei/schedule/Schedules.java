package io.shisei.schedule;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.refusal.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All schedules, each with its next run in the task queue while it is enabled. */
@Component
public class Schedules {

    private final StoredSchedules stored;
    private final ScheduleQueue queue;
    private final ChosenAccounts accounts;
    private final Controls controls;
    private final RunLedger ledger;
    private final ScheduleRun run;
    private final Clock clock;

    Schedules(
            StoredSchedules stored,
            ScheduleQueue queue,
            ChosenAccounts accounts,
            Controls controls,
            RunLedger ledger,
            ScheduleRun run,
            Clock clock) {
        this.stored = stored;
        this.queue = queue;
        this.accounts = accounts;
        this.controls = controls;
        this.ledger = ledger;
        this.run = run;
        this.clock = clock;
    }

    /** Sorted by name. */
    public List<Schedule> list() {
        return stored.findAllByOrderByNameAscIdAsc().stream()
                .map(StoredSchedule::toSchedule)
                .toList();
    }

    public Optional<Schedule> find(UUID id) {
        return stored.findById(id).map(StoredSchedule::toSchedule);
    }

    /** @throws Refusal when an account or a control that is chosen is not there, or no watched account is in a unit */
    @Transactional
    public Schedule create(Schedule.Plan plan) {
        check(plan, Selection.ALL, null);
        return queued(new StoredSchedule(UUID.randomUUID(), plan, clock.instant()));
    }

    /**
     * What was chosen before may be gone meanwhile.
     *
     * @throws Refusal as {@link #create}, or when there is no such schedule
     */
    @Transactional
    public Schedule change(UUID id, Schedule.Plan plan) {
        var schedule = get(id);
        var before = schedule.toSchedule().plan();
        check(plan, before.selection(), before.controls());
        schedule.follow(plan, clock.instant());
        return queued(schedule);
    }

    private void check(Schedule.Plan plan, Selection before, @Nullable List<ControlId> controlsBefore) {
        accounts.check(plan.selection(), before);
        var chosen = plan.controls();
        if (chosen != null && !chosen.equals(controlsBefore)) {
            controls.checkChosen(chosen);
        }
    }

    private Schedule queued(StoredSchedule schedule) {
        var saved = stored.save(schedule).toSchedule();
        queue.put(saved);
        return saved;
    }

    /** @throws Refusal when there is no such schedule */
    @Transactional
    public void delete(UUID id) {
        stored.delete(get(id));
        queue.remove(id);
    }

    /**
     * Starts the scans of a schedule at once, whatever its times and also when it is paused.
     *
     * @throws Refusal when there is no such schedule
     */
    public Run runNow(UUID id) {
        return run.now(get(id).toSchedule());
    }

    private StoredSchedule get(UUID id) {
        return stored.findById(id).orElseThrow(() -> new Refusal.Unknown(ScheduleCode.UNKNOWN_SCHEDULE, id));
    }

    /** What became of the last fifty runs, newest first. */
    public List<Run> runs(UUID id) {
        return runs(id, RunLedger.KEPT);
    }

    /** The same, at most so many. */
    public List<Run> runs(UUID id, int most) {
        return ledger.list(id, most);
    }

    /** How the last run of each schedule came out, by schedule; those that have not run yet are left out. */
    public Map<UUID, LastRun> lastRuns() {
        return ledger.last();
    }
}
