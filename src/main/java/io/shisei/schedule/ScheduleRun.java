package io.shisei.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out the runs of schedules. A run, what it starts, and the time of the next are written in one transaction
 * under a lock of the schedule: it happens once, whatever breaks off and whichever way clocks jump.
 */
@Component
class ScheduleRun {

    private final StoredSchedules schedules;
    private final ChosenAccounts accounts;
    private final RunLedger ledger;
    private final AccountStart starts;
    private final ScheduleMetrics metrics;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScheduleRun(
            StoredSchedules schedules,
            ChosenAccounts accounts,
            RunLedger ledger,
            AccountStart starts,
            ScheduleMetrics metrics,
            TransactionTemplate transaction,
            Clock clock) {
        this.schedules = schedules;
        this.accounts = accounts;
        this.ledger = ledger;
        this.starts = starts;
        this.metrics = metrics;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers when the next run is due; nothing when the schedule was deleted or paused. */
    Optional<Instant> run(UUID id, Instant wokenFor, SchedulerClient scheduler) {
        return Objects.requireNonNull(transaction.execute(
                status -> ledger.lockEnabled(id) ? runLocked(id, wokenFor, scheduler) : Optional.<Instant>empty()));
    }

    private Optional<Instant> runLocked(UUID id, Instant wokenFor, SchedulerClient scheduler) {
        var schedule = schedules.findById(id).orElseThrow().toSchedule();
        var now = clock.instant();
        var known = schedule.nextRunAt();
        var due = known == null ? wokenFor : known;
        if (due.isAfter(now)) {
            return Optional.of(due);
        }
        carryOut(schedule, due, now, scheduler);
        var next = schedule.timetable().next(now, 1).stream().findFirst();
        ledger.next(id, next.orElse(null));
        return next;
    }

    private void carryOut(Schedule schedule, Instant first, Instant now, SchedulerClient scheduler) {
        var due = Due.of(schedule.timetable(), schedule.missedRuns(), first, now);
        var run = due.run();
        if (due.missed() > 0 && !due.late()) {
            add(schedule, first, now, Run.Outcome.MISSED, due.missed());
        }
        if (run != null && due.late() && schedule.timetable().blackedOut(now)) {
            add(schedule, run, now, Run.Outcome.SKIPPED_BLACKOUT, due.missed());
        } else if (run != null) {
            var outcome = due.late() ? Run.Outcome.RAN_LATE : Run.Outcome.RAN;
            if (add(schedule, run, now, outcome, due.late() ? due.missed() : 0)) {
                start(schedule, run, due.late() ? now : run, scheduler);
                ledger.ran(schedule.id(), now);
            }
        }
    }

    private boolean add(Schedule schedule, Instant due, Instant now, Run.Outcome outcome, int missed) {
        var added = ledger.add(schedule.id(), due, now, outcome, missed);
        if (added) {
            metrics.run(outcome, outcome == Run.Outcome.MISSED ? missed : 1);
        }
        return added;
    }

    private void start(Schedule schedule, Instant due, Instant from, SchedulerClient scheduler) {
        var room = schedule.timetable().room(from, schedule.jitterMinutes());
        for (var account : accounts.of(schedule)) {
            var start = new Start(schedule.id(), due, account);
            var at = from.plus(start.jitter(room));
            ledger.put(start, new Run.Account(account, at, Run.Started.WAITING, null, null));
            scheduler.scheduleIfNotExists(ScheduleTask.of(start), at);
        }
    }

    /** Starts the scans at once, also when the schedule is paused or in a blackout window: somebody wants them. */
    Run now(Schedule schedule) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        add(schedule, now, now, Run.Outcome.RAN_BY_HAND, 0);
        ledger.ran(schedule.id(), now);
        var started = accounts.of(schedule).stream()
                .map(account -> starts.now(schedule, new Start(schedule.id(), now, account)))
                .toList();
        return new Run(now, now, Run.Outcome.RAN_BY_HAND, 0, started);
    }
}
