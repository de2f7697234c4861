package io.shisei.scan;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.inventory.Source;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts and cancels scans. */
@Component
public class Scanner {

    private final Scans scans;
    private final ScanLedger ledger;
    private final Accounts accounts;
    private final Controls controls;
    private final Sources sources;
    private final Replay replay;
    private final Admission admission;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Scanner(
            Scans scans,
            ScanLedger ledger,
            Accounts accounts,
            Controls controls,
            Sources sources,
            Replay replay,
            Admission admission,
            TransactionTemplate transaction,
            Clock clock) {
        this.scans = scans;
        this.ledger = ledger;
        this.accounts = accounts;
        this.controls = controls;
        this.sources = sources;
        this.replay = replay;
        this.admission = admission;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Queues a scan.
     *
     * @throws ScanRefused when one runs for the account, or the request cannot be met
     * @throws io.shisei.account.AccessRefused when regions were chosen, and AWS does not tell which are enabled
     */
    public Scan start(ScanRequest request) {
        return start(UUID.randomUUID(), request);
    }

    /** As {@link #start(ScanRequest)}; called again with the same id, answers the scan that was started then. */
    public Scan start(UUID id, ScanRequest request) {
        var started = scans.find(id);
        if (started.isPresent()) {
            return started.get();
        }
        check(request);
        try {
            transaction.executeWithoutResult(status -> {
                ledger.queue(id, request, clock.instant());
                admission.admit();
            });
        } catch (DuplicateKeyException e) {
            var running = scans.running(request.accountId());
            if (running.isPresent() && !running.get().id().equals(id)) {
                throw new ScanRefused.Running(request.accountId(), running.get().id());
            }
            return start(id, request); // the other scan ended in this very moment, or is this one
        }
        return scans.find(id).orElseThrow();
    }

    private void check(ScanRequest request) {
        var account = accounts.findById(request.accountId())
                .orElseThrow(() -> new ScanRefused.Impossible(
                        "accountId", request.accountId(), "account " + request.accountId() + " is not being watched"));
        account.retiredAt().ifPresent(since -> {
            throw new ScanRefused.Impossible(
                    "accountId",
                    account.id(),
                    "account " + account.id() + " was retired on " + LocalDate.ofInstant(since, ZoneOffset.UTC)
                            + " and is not scanned any more; give it an access that leads in to watch it again");
        });
        if (request.regions() != null) {
            checkRegions(account, request.regions());
        }
        if (request.controlIds() != null) {
            checkControls(request.controlIds());
        }
    }

    private void checkRegions(Account account, List<String> regions) {
        if (regions.isEmpty()) {
            throw new ScanRefused.Impossible("regions", null, "name at least one region, or leave regions out for all");
        }
        var watched = sources.of(account).regions(account);
        regions.stream().filter(region -> !watched.contains(region)).findFirst().ifPresent(region -> {
            throw new ScanRefused.Impossible(
                    "regions",
                    region,
                    "region '" + region + "' is not watched in account " + account.id() + "; watched are "
                            + String.join(", ", watched));
        });
    }

    private void checkControls(List<ControlId> chosen) {
        if (chosen.isEmpty()) {
            throw new ScanRefused.Impossible(
                    "controlIds", null, "name at least one control, or leave controlIds out for all");
        }
        var settings = controls.settings();
        for (var id : chosen) {
            var setting = settings.get(id);
            if (setting == null) {
                throw new ScanRefused.Impossible("controlIds", id.value(), "there is no control " + id);
            }
            if (!setting.enabled()) {
                throw new ScanRefused.Impossible(
                        "controlIds", id.value(), "control " + id + " is switched off: switch it on first");
            }
        }
    }

    /**
     * Scans what {@code recording} holds, at once and in this thread, as if it were {@code at}: the same evaluation,
     * reconciliation and scoring as any scan. Called again with the same moment after it broke off, it goes on.
     */
    public Scan replay(Account account, Source recording, Instant at) {
        return replay.run(account, recording, at);
    }

    /**
     * Ends a scan; what it has read so far stays. Does nothing when it has ended.
     *
     * @throws java.util.NoSuchElementException when there is no such scan
     */
    public Scan cancel(UUID id) {
        scans.find(id).orElseThrow();
        transaction.executeWithoutResult(status -> {
            ledger.end(id, ScanState.CANCELLED, null, clock.instant());
            if (scans.find(id).orElseThrow().state() == ScanState.CANCELLED) {
                ledger.cancelUnits(id, clock.instant());
            }
            admission.admit();
        });
        return scans.find(id).orElseThrow();
    }
}
