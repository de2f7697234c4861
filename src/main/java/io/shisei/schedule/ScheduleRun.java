package io.shisei.schedule;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanRefused;
import io.shisei.scan.ScanRequest;
import io.shisei.scan.Scanner;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Starts the scans of a schedule. An account that is still being scanned is left out this time. */
@Component
class ScheduleRun {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleRun.class);

    private final StoredSchedules schedules;
    private final Accounts accounts;
    private final Scanner scanner;
    private final JdbcClient jdbc;
    private final Clock clock;

    ScheduleRun(StoredSchedules schedules, Accounts accounts, Scanner scanner, JdbcClient jdbc, Clock clock) {
        this.schedules = schedules;
        this.accounts = accounts;
        this.scanner = scanner;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Answers the schedule, or nothing when it was deleted or switched off. */
    Optional<Schedule> run(UUID id) {
        var schedule = schedules.findById(id).filter(Schedule::enabled);
        schedule.ifPresent(found -> {
            accountIds(found).forEach(account -> start(found, account));
            ran(found);
        });
        return schedule;
    }

    /** Past the entity, so that a user who edits the schedule meanwhile is not in the way. */
    private void ran(Schedule schedule) {
        jdbc.sql("update schedule set last_run_at = :at where id = :id")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", schedule.id())
                .update();
    }

    private List<String> accountIds(Schedule schedule) {
        var chosen = schedule.accountIds();
        return accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(account -> account.retiredAt().isEmpty())
                .map(Account::id)
                .filter(id -> chosen == null || chosen.contains(id))
                .toList();
    }

    private void start(Schedule schedule, String accountId) {
        try {
            scanner.start(new ScanRequest(accountId, null, null, Scan.Trigger.SCHEDULE, schedule.id()));
        } catch (ScanRefused e) {
            LOG.warn("Schedule '{}' leaves account {} out this time: {}", schedule.name(), accountId, e.getMessage());
        }
    }
}
