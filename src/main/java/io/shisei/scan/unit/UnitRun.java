package io.shisei.scan.unit;

import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.database.Outage;
import io.shisei.refusal.Told;
import io.shisei.scan.Scans;
import io.shisei.scan.Sources;
import io.shisei.scan.queue.ScanEnd;
import io.shisei.scan.queue.ScanLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads one unit of a scan: its services side by side, those that an earlier attempt committed left out. */
@Component
public class UnitRun {

    private static final Logger LOG = LoggerFactory.getLogger(UnitRun.class);

    private final Scans scans;
    private final ScanLedger ledger;
    private final Checkpoint checkpoint;
    private final Accounts accounts;
    private final Controls controls;
    private final Sources sources;
    private final ServiceRun services;
    private final ScanEnd end;
    private final UnitLog log;
    private final Clock clock;

    UnitRun(
            Scans scans,
            ScanLedger ledger,
            Checkpoint checkpoint,
            Accounts accounts,
            Controls controls,
            Sources sources,
            ServiceRun services,
            ScanEnd end,
            UnitLog log,
            Clock clock) {
        this.scans = scans;
        this.ledger = ledger;
        this.checkpoint = checkpoint;
        this.accounts = accounts;
        this.controls = controls;
        this.sources = sources;
        this.services = services;
        this.end = end;
        this.log = log;
        this.clock = clock;
    }

    public void run(UUID scanId, String region) {
        var attempt = ledger.beginUnit(scanId, region, clock.instant());
        if (attempt.isPresent()) {
            var started = clock.instant();
            try {
                var problem = work(scanId, region, attempt.get());
                ledger.endUnit(scanId, region, problem, clock.instant());
                log.ended(scanId, region, attempt.get().number(), Duration.between(started, clock.instant()), problem);
            } catch (InterruptedException e) {
                ledger.returnUnit(scanId, region);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted; the unit goes on later", e);
            } catch (RuntimeException e) {
                brokeOff(scanId, region, e);
                throw e;
            }
        }
        end.endIfDone(scanId, clock.instant());
    }

    /** A database that fails or restarts is not the unit's fault. */
    private void brokeOff(UUID scanId, String region, RuntimeException failure) {
        try {
            if (Outage.behind(failure).isPresent()) {
                ledger.returnUnit(scanId, region);
            } else {
                ledger.failUnit(scanId, region);
            }
        } catch (RuntimeException outage) {
            failure.addSuppressed(outage);
        }
    }

    /** Answers why the unit was given up, or null when it was read. */
    private @Nullable Told work(UUID scanId, String region, Attempt attempt) throws InterruptedException {
        var scan = scans.find(scanId).orElseThrow();
        var account = accounts.findById(scan.accountId()).orElseThrow();
        var source = sources.of(account);
        var enabled = controls.plan(null, account.id(), source);
        var plan = enabled.only(scan.chosenControls());
        try (var session = source.open(account, region)) {
            var unit = new Unit(scanId, account, region, plan, enabled, session, clock);
            var todo = checkpoint.open(unit);
            if (attempt.isTooMany()) {
                todo.forEach(service ->
                        services.giveUp(unit, service, attempt.problem().en()));
                return attempt.problem();
            }
            readAll(unit, todo);
            return null;
        }
    }

    /** One service that breaks off does not keep the others from being committed. */
    private void readAll(Unit unit, List<String> todo) throws InterruptedException {
        var failures = new ArrayList<Throwable>();
        var named = Thread.ofPlatform().name("unit-" + unit.region() + "-", 0).factory();
        try (var threads = Executors.newCachedThreadPool(named)) {
            var running = todo.stream()
                    .map(service -> threads.submit(() -> services.read(unit, service)))
                    .toList();
            try {
                for (var service : running) {
                    await(unit, service).ifPresent(failures::add);
                }
            } finally {
                threads.shutdownNow();
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "reading " + unit.region() + " of account " + unit.account().id() + " broke off",
                    failures.getFirst());
        }
    }

    /** Waits until the service is read or the scan is cancelled; answers what broke it off. */
    private Optional<Throwable> await(Unit unit, Future<?> service) throws InterruptedException {
        while (true) {
            try {
                service.get(1, TimeUnit.SECONDS);
                return Optional.empty();
            } catch (TimeoutException e) {
                if (!ledger.runs(unit.scanId())) {
                    LOG.info("Scan {} was cancelled; leaving {}", unit.scanId(), unit.region());
                    return Optional.empty();
                }
            } catch (ExecutionException e) {
                return Optional.of(e);
            }
        }
    }
}
