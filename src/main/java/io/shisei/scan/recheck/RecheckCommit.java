package io.shisei.scan.recheck;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.coverage.Checks;
import io.shisei.finding.Reconciliation;
import io.shisei.inventory.Listings;
import io.shisei.refusal.Refusal;
import io.shisei.scan.ScanCode;
import io.shisei.scan.Scans;
import io.shisei.scan.reevaluation.Reevaluations;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a recheck read, as the checkpoint of a scan does, but of one resource, and without coverage. */
@Component
class RecheckCommit {

    private final RecheckLease lease;
    private final Reconciliation reconciliation;
    private final Accounts accounts;
    private final Controls controls;
    private final Scans scans;
    private final Listings listings;
    private final Reevaluations reevaluations;
    private final Clock clock;

    RecheckCommit(
            RecheckLease lease,
            Reconciliation reconciliation,
            Accounts accounts,
            Controls controls,
            Scans scans,
            Listings listings,
            Reevaluations reevaluations,
            Clock clock) {
        this.lease = lease;
        this.reconciliation = reconciliation;
        this.accounts = accounts;
        this.controls = controls;
        this.scans = scans;
        this.listings = listings;
        this.reevaluations = reevaluations;
        this.clock = clock;
    }

    /** @throws Refusal when something else read the resource meanwhile, or nobody looks there any more */
    @Transactional
    public Recheck commit(UUID id, RecheckOrder order, RecheckReading reading, String username) {
        controls.hold();
        var same = order.plan().stillSo(controls.settings(order.account().id()));
        reevaluations.again(
                order.place(), Checks.of(Map.of(order.type(), order.controls())).without(same));
        RecheckCheck.checkWatched(held(order.account().id()), order.region());
        scans.since(order.account().id(), order.started()).ifPresent(scan -> {
            throw RecheckCheck.scanned(scan);
        });
        if (!lease.release(id)) {
            throw new Refusal.Conflict(ScanCode.RECHECK_RUNNING, null);
        }
        var resource = order.resource().id();
        reconciliation.reconcile(new Reconciliation.Order(
                reading.harvest(),
                Map.of(
                        order.type(),
                        order.controls().stream().filter(same::contains).toList()),
                reading.unlisted(),
                Reconciliation.Cause.recheck(id, username, resource),
                clock.instant()));
        if (reading.outcome() == Recheck.Outcome.READ) {
            listings.narrow(order.account().id(), order.region(), order.type(), order.fields());
        }
        return new Recheck(id, resource, order.started(), reading.outcome());
    }

    /** As it stays until the transaction ends. */
    private Account held(String id) {
        return accounts.hold(id).orElseThrow(() -> new Refusal.Impossible(ScanCode.ACCOUNT_NOT_WATCHED, null, id));
    }
}
