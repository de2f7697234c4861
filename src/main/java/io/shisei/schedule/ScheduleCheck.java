package io.shisei.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts schedules right whose next run is too far away: a clock that was ahead and was set back must not keep them from
 * running until that day comes. Not a task of the queue, as it must not depend on the clock itself.
 */
@Component
@EnableScheduling
class ScheduleCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleCheck.class);

    private final StoredSchedules schedules;
    private final ScheduleQueue queue;
    private final RunLedger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScheduleCheck(
            StoredSchedules schedules,
            ScheduleQueue queue,
            RunLedger ledger,
            TransactionTemplate transaction,
            Clock clock) {
        this.schedules = schedules;
        this.queue = queue;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void check() {
        schedules
                .findAllByOrderByNameAscIdAsc()
                .forEach(schedule -> transaction.executeWithoutResult(status -> check(schedule.id())));
    }

    private void check(UUID id) {
        if (!ledger.lockEnabled(id)) {
            return;
        }
        var stored = schedules.findById(id).orElseThrow();
        var schedule = stored.toSchedule();
        var now = clock.instant();
        if (tooFar(schedule, now)) {
            LOG.warn(
                    "The clock was ahead: schedule '{}' would have run at {} only",
                    schedule.name(),
                    schedule.nextRunAt());
            stored.awaitNext(now);
            queue.put(schedules.save(stored).toSchedule());
        } else if (!queue.holds(schedule)) {
            queue.put(schedule);
        }
    }

    private boolean tooFar(Schedule schedule, Instant now) {
        var known = schedule.nextRunAt();
        var next = schedule.timetable().next(now, 1);
        return known != null
                && !next.isEmpty()
                && next.getFirst().isBefore(known)
                && !ledger.knows(schedule.id(), next.getFirst());
    }
}
