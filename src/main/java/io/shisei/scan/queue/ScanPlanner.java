package io.shisei.scan.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.control.Plan;
import io.shisei.database.Outage;
import io.shisei.finding.OutOfSight;
import io.shisei.inventory.Scope;
import io.shisei.refusal.Refusal;
import io.shisei.refusal.Told;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanCode;
import io.shisei.scan.ScanState;
import io.shisei.scan.Scans;
import io.shisei.scan.Sources;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Splits a queued scan into units: one for each region, and one for services without regions. */
@Component
public class ScanPlanner {

    private static final Logger LOG = LoggerFactory.getLogger(ScanPlanner.class);

    private static final int MOST_FAILURES = 3;

    private final Scans scans;
    private final ScanLedger ledger;
    private final Accounts accounts;
    private final Controls controls;
    private final Sources sources;
    private final ScanEnd end;
    private final Admission admission;
    private final Sight sight;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScanPlanner(
            Scans scans,
            ScanLedger ledger,
            Accounts accounts,
            Controls controls,
            Sources sources,
            ScanEnd end,
            Admission admission,
            Sight sight,
            TransactionTemplate transaction,
            Clock clock) {
        this.scans = scans;
        this.ledger = ledger;
        this.accounts = accounts;
        this.controls = controls;
        this.sources = sources;
        this.end = end;
        this.admission = admission;
        this.sight = sight;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers false when the scan has to wait for others to end. */
    boolean plan(UUID scanId, SchedulerClient scheduler) {
        admission.admit();
        if (!admission.admitted(scanId)) {
            return false;
        }
        planAdmitted(scanId, scheduler);
        return true;
    }

    /**
     * Ends a scan whose planning has failed too often; answers whether it did.
     *
     * @param earlier how often it failed before, one after another
     */
    boolean gaveUp(UUID scanId, int earlier, Optional<Throwable> failure) {
        if (earlier + 1 < MOST_FAILURES || failure.flatMap(Outage::behind).isPresent()) {
            return false;
        }
        var why = failure.map(Throwable::toString).orElse("-");
        scans.find(scanId)
                .filter(scan -> !scan.state().ended())
                .ifPresent(scan -> fail(scan, Told.of(ScanCode.PLANNING_FAILED, MOST_FAILURES, why)));
        return true;
    }

    private void planAdmitted(UUID scanId, SchedulerClient scheduler) {
        var scan = scans.find(scanId).filter(found -> !found.state().ended());
        if (scan.isEmpty()) {
            return;
        }
        var account = accounts.findById(scan.get().accountId()).orElseThrow();
        if (account.retiredAt().isPresent()) {
            fail(scan.get(), Told.of(ScanCode.RETIRED_BEFORE, account.id()));
            return;
        }
        try {
            var source = sources.of(account);
            var plan = controls.plan(scan.get().chosenControls(), scan.get().accountId(), source);
            begin(scan.get(), plan, source.regions(account), scheduler);
        } catch (Refusal e) {
            fail(scan.get(), e.told());
        }
    }

    private void fail(Scan scan, Told why) {
        LOG.warn("Scan {} of account {} failed: {}", scan.id(), scan.accountId(), why);
        ledger.end(scan.id(), ScanState.FAILED, why, clock.instant());
        admission.admit();
    }

    public static List<String> units(Plan plan, List<String> regions) {
        var units = new ArrayList<String>();
        if (!plan.services(Scope.GLOBAL).isEmpty()) {
            units.add(Scope.GLOBAL_REGION);
        }
        if (!plan.services(Scope.REGIONAL).isEmpty()) {
            units.addAll(regions);
        }
        return units;
    }

    private void begin(Scan scan, Plan plan, List<String> watched, SchedulerClient scheduler) {
        var chosen = scan.regions();
        var units = units(plan, chosen == null ? watched : chosen);
        transaction.executeWithoutResult(status -> {
            sight.follow(new OutOfSight.Part(scan.accountId(), watched)); // AWS may have a region disabled meanwhile
            ledger.begin(scan.id(), units, clock.instant());
            ledger.openUnits(scan.id())
                    .forEach(region ->
                            scheduler.scheduleIfNotExists(ScanTasks.unit(scan.id(), region), clock.instant()));
        });
        end.endIfDone(scan.id(), clock.instant());
    }
}
