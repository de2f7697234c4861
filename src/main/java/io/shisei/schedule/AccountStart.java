package io.shisei.schedule;

import io.shisei.refusal.Refusal;
import io.shisei.refusal.Told;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanRequest;
import io.shisei.scan.Scanner;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starts the scan of one account in a run, unless one runs already, and writes down what became of it. */
@Component
class AccountStart {

    private static final Logger LOG = LoggerFactory.getLogger(AccountStart.class);

    private final StoredSchedules schedules;
    private final RunLedger ledger;
    private final Scanner scanner;
    private final ScheduleMetrics metrics;
    private final Clock clock;

    AccountStart(StoredSchedules schedules, RunLedger ledger, Scanner scanner, ScheduleMetrics metrics, Clock clock) {
        this.schedules = schedules;
        this.ledger = ledger;
        this.scanner = scanner;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Does what a run has planned. Does nothing when the schedule or the run are gone. */
    void planned(Start start) {
        var schedule = schedules.findById(start.scheduleId()).map(StoredSchedule::toSchedule);
        var startAt = ledger.startAt(start);
        if (schedule.isPresent() && startAt.isPresent()) {
            var hindrance = hindrance(schedule.get(), startAt.get());
            if (hindrance == null) {
                start(schedule.get(), start, startAt.get(), Scan.Trigger.SCHEDULE);
            } else {
                keep(start, startAt.get(), hindrance, null, null);
            }
        }
    }

    Run.Account now(Schedule schedule, Start start) {
        return start(schedule, start, start.dueAt(), Scan.Trigger.MANUAL);
    }

    private Run.@Nullable Started hindrance(Schedule schedule, Instant startAt) {
        var now = clock.instant();
        var late = now.isAfter(startAt.plus(Due.GRACE));
        if (!schedule.enabled()) {
            return Run.Started.SKIPPED_PAUSED;
        }
        if (late && schedule.missedRuns() == MissedRuns.SKIP) {
            return Run.Started.MISSED;
        }
        return late && schedule.timetable().blackedOut(now) ? Run.Started.SKIPPED_BLACKOUT : null;
    }

    private Run.Account start(Schedule schedule, Start start, Instant startAt, Scan.Trigger trigger) {
        var plan = schedule.plan();
        var request = new ScanRequest(start.accountId(), plan.regions(), plan.controls(), trigger, schedule.id());
        try {
            var scan = scanner.start(start.scanId(), request);
            return keep(start, startAt, Run.Started.STARTED, scan.id(), null);
        } catch (Refusal.Conflict e) {
            return keep(
                    start,
                    startAt,
                    Run.Started.SKIPPED_RUNNING,
                    e.obstacle() == null ? null : UUID.fromString(e.obstacle()),
                    null);
        } catch (Refusal e) {
            LOG.warn("Schedule '{}' cannot scan account {}: {}", schedule.name(), start.accountId(), e.getMessage());
            return keep(start, startAt, Run.Started.REFUSED, null, e.told());
        }
    }

    private Run.Account keep(
            Start start, Instant startAt, Run.Started outcome, @Nullable UUID scanId, @Nullable Told message) {
        var account = new Run.Account(start.accountId(), startAt, outcome, scanId, message);
        ledger.put(start, account);
        metrics.start(outcome);
        return account;
    }
}
