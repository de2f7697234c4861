package io.shisei.schedule;

import io.shisei.refusal.Limits;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All schedules, each with its next run in the task queue while it is enabled. */
@Component
public class Schedules {

    private final StoredSchedules stored;
    private final ScheduleQueue queue;
    private final ChosenAccounts accounts;
    private final RunLedger ledger;
    private final ScheduleRun run;
    private final Clock clock;

    Schedules(
            StoredSchedules stored,
            ScheduleQueue queue,
            ChosenAccounts accounts,
            RunLedger ledger,
            ScheduleRun run,
            Clock clock) {
        this.stored = stored;
        this.queue = queue;
        this.accounts = accounts;
        this.ledger = ledger;
        this.run = run;
        this.clock = clock;
    }

    /** Sorted by name. */
    public List<Schedule> list() {
        return stored.findAllByOrderByNameAscIdAsc();
    }

    public Optional<Schedule> find(UUID id) {
        return stored.findById(id);
    }

    /** @throws EmptyOu when no watched account is in a chosen organizational unit */
    @Transactional
    public Schedule create(Schedule.Plan plan) {
        Limits.text("name", plan.name(), Limits.NAME);
        accounts.check(plan.selection(), Selection.ALL);
        var schedule = stored.save(new Schedule(UUID.randomUUID(), plan, clock.instant()));
        queue.put(schedule);
        return schedule;
    }

    /**
     * @throws EmptyOu when no watched account is in an organizational unit that was not chosen before
     * @throws java.util.NoSuchElementException when there is no such schedule
     */
    @Transactional
    public Schedule change(UUID id, Schedule.Plan plan) {
        Limits.text("name", plan.name(), Limits.NAME);
        var schedule = stored.findById(id).orElseThrow();
        accounts.check(plan.selection(), schedule.selection());
        schedule.follow(plan, clock.instant());
        queue.put(schedule);
        return schedule;
    }

    /** @throws java.util.NoSuchElementException when there is no such schedule */
    @Transactional
    public void delete(UUID id) {
        stored.delete(stored.findById(id).orElseThrow());
        queue.remove(id);
    }

    /**
     * Starts the scans of a schedule at once, whatever its times and also when it is paused.
     *
     * @throws java.util.NoSuchElementException when there is no such schedule
     */
    public Run runNow(UUID id) {
        return run.now(stored.findById(id).orElseThrow());
    }

    /** What became of the last fifty runs, newest first. */
    public List<Run> runs(UUID id) {
        return ledger.list(id);
    }
}
