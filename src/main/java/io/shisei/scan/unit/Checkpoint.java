package io.shisei.scan.unit;

import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.coverage.Checks;
import io.shisei.coverage.Coverage;
import io.shisei.coverage.Coverages;
import io.shisei.coverage.Evaluations;
import io.shisei.finding.Reconciliation;
import io.shisei.finding.Reconciliation.Cause;
import io.shisei.inventory.Listings;
import io.shisei.inventory.Scope;
import io.shisei.scan.ScanMetrics;
import io.shisei.scan.queue.ScanLedger;
import io.shisei.scan.reevaluation.Reevaluations;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits what reading a service brought, findings and coverage in one transaction: from here another worker resumes.
 */
@Component
class Checkpoint {

    private final Reconciliation reconciliation;
    private final Coverages coverages;
    private final Evaluations evaluations;
    private final Listings listings;
    private final Reevaluations reevaluations;
    private final Accounts accounts;
    private final Controls controls;
    private final ScanLedger ledger;
    private final TransactionTemplate transaction;
    private final ScanMetrics metrics;

    Checkpoint(
            Reconciliation reconciliation,
            Coverages coverages,
            Evaluations evaluations,
            Listings listings,
            Reevaluations reevaluations,
            Accounts accounts,
            Controls controls,
            ScanLedger ledger,
            TransactionTemplate transaction,
            ScanMetrics metrics) {
        this.reconciliation = reconciliation;
        this.coverages = coverages;
        this.evaluations = evaluations;
        this.listings = listings;
        this.reevaluations = reevaluations;
        this.accounts = accounts;
        this.controls = controls;
        this.ledger = ledger;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /** The services of the unit that no attempt has committed yet. */
    List<String> open(Unit unit) {
        var committed = coverages.services(unit.scanId(), unit.region());
        return unit.services().stream()
                .filter(service -> !committed.contains(service))
                .toList();
    }

    /** Writes nothing when the scan was cancelled, another worker was faster, or nobody looks there any more. */
    void commit(Yield yield) {
        var coverage = transaction.execute(status -> {
            var unit = yield.unit();
            controls.hold();
            var judged = stillSo(yield);
            return isWanted(unit, yield.service()) ? keep(judged, unit.clock().instant()) : null;
        });
        if (coverage != null) {
            metrics.read(coverage);
        }
    }

    /** What was judged by a setting that has changed meanwhile is judged again from what is kept. */
    private Yield stillSo(Yield yield) {
        var unit = yield.unit();
        var same = unit.plan().stillSo(controls.settings(unit.account().id()));
        reevaluations.again(unit.place(), Checks.of(yield.judged()).without(same));
        return yield.of(same);
    }

    private boolean isWanted(Unit unit, String service) {
        if (!ledger.holdRunning(unit.scanId()) || !isWatched(unit)) {
            return false;
        }
        ledger.holdUnit(unit.scanId(), unit.region());
        return open(unit).contains(service);
    }

    /** Which cannot change before the transaction ends. */
    private boolean isWatched(Unit unit) {
        return accounts.hold(unit.account().id())
                .filter(account -> Scope.isWatched(account, unit.region()))
                .isPresent();
    }

    private Coverage keep(Yield yield, Instant at) {
        var coverage = isAbsent(yield) ? skip(yield, at) : reconcile(yield, at);
        coverages.add(yield.unit().scanId(), coverage);
        return coverage;
    }

    /** Where something was found before, something is: it cannot be seen at the moment. */
    private boolean isAbsent(Yield yield) {
        var harvest = yield.harvest();
        return yield.collected().absent()
                && !reconciliation.knows(harvest.accountId(), harvest.region(), yield.judged());
    }

    /** What an earlier scan could not read there is no gap any more. */
    private Coverage skip(Yield yield, Instant at) {
        var place = yield.unit().place();
        evaluations.forget(place, Checks.of(yield.judged()));
        listings.forget(place.accountId(), place.region(), yield.judged().keySet());
        return yield.skipped(at);
    }

    private Coverage reconcile(Yield yield, Instant at) {
        var unlisted = yield.collected().unlisted();
        var result = reconciliation.reconcile(new Reconciliation.Order(
                yield.harvest(),
                yield.judged(),
                yield.unit().leftOut(yield.service()),
                unlisted,
                Cause.scan(yield.unit().scanId()),
                at));
        listings.keep(
                yield.unit().account().id(),
                yield.unit().region(),
                yield.unit().scanId(),
                yield.started(),
                yield.unit().wanted(yield.service()),
                result.leftOut(),
                unlisted);
        var missing = Stream.concat(result.missing().stream(), yield.collected().untagged().stream())
                .toList();
        var lost = Lost.of(yield.unit().plan(), unlisted, missing);
        var ended = yield.ended(lost);
        evaluations.evaluated(yield.unit().place(), yield.unit().scanId(), yield.started(), ended);
        return yield.read(result, lost, ended, at);
    }
}
