package io.shisei.scan;

import io.shisei.account.Account;
import io.shisei.account.AccountLeaving;
import io.shisei.account.Accounts;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.inventory.Source;
import io.shisei.refusal.Refusal;
import io.shisei.scan.queue.Admission;
import io.shisei.scan.queue.ScanLedger;
import io.shisei.scan.unit.Replay;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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
     * @throws Refusal when one runs for the account, the request cannot be met, or regions were chosen and AWS does not
     *     tell which are enabled
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
                var other = running.get().id();
                throw new Refusal.Conflict(ScanCode.SCAN_RUNNING, other.toString(), request.accountId(), other);
            }
            return start(id, request); // the other scan ended in this very moment, or is this one
        }
        return scans.find(id).orElseThrow();
    }

    private void check(ScanRequest request) {
        var account = accounts.findById(request.accountId())
                .orElseThrow(
                        () -> new Refusal.Impossible(ScanCode.ACCOUNT_NOT_WATCHED, "accountId", request.accountId()));
        account.retiredAt().ifPresent(since -> {
            throw ScanCode.retired(account.id(), since, "accountId");
        });
        if (request.regions() != null) {
            checkRegions(account, request.regions());
        }
        if (request.controlIds() != null) {
            checkControls(request.accountId(), request.controlIds());
        }
    }

    private void checkRegions(Account account, List<String> regions) {
        var watched = sources.of(account).regions(account);
        regions.stream().filter(region -> !watched.contains(region)).findFirst().ifPresent(region -> {
            throw ScanCode.notWatched(region, account.id(), watched, "regions");
        });
    }

    private void checkControls(String accountId, List<ControlId> chosen) {
        controls.checkChosen(chosen);
        var switches = controls.switches(accountId);
        for (var i = 0; i < chosen.size(); i++) {
            if (Boolean.FALSE.equals(switches.get(chosen.get(i)))) {
                throw new Refusal.Impossible(ScanCode.CONTROL_OFF, "controlIds/" + i, chosen.get(i));
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

    /** An account that is removed needs no scan; the next may begin. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(AccountLeaving account) {
        scans.running(account.accountId()).map(Scan::id).ifPresent(this::cancel);
    }

    /**
     * Ends a scan; what it has read so far stays. Does nothing when it has ended.
     *
     * @throws Refusal when there is no such scan
     */
    public Scan cancel(UUID id) {
        scans.find(id).orElseThrow(() -> new Refusal.Unknown(ScanCode.UNKNOWN_SCAN, id));
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
