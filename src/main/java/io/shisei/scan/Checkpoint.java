package io.shisei.scan;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.finding.OutOfSight;
import io.shisei.finding.Reconciliation;
import io.shisei.inventory.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits what reading a service brought, findings and coverage in one transaction: from here another worker resumes.
 */
@Component
class Checkpoint {

    private final Reconciliation reconciliation;
    private final OutOfSight outOfSight;
    private final Controls controls;
    private final ScanLedger ledger;
    private final TransactionTemplate transaction;
    private final ScanMetrics metrics;

    Checkpoint(
            Reconciliation reconciliation,
            OutOfSight outOfSight,
            Controls controls,
            ScanLedger ledger,
            TransactionTemplate transaction,
            ScanMetrics metrics) {
        this.reconciliation = reconciliation;
        this.outOfSight = outOfSight;
        this.controls = controls;
        this.ledger = ledger;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /** Writes nothing when the scan was cancelled, another worker was faster, or nobody looks there any more. */
    void commit(Yield yield) {
        var coverage = transaction.execute(status -> {
            var unit = yield.unit();
            return isWanted(unit, yield.service())
                    ? keep(yield.of(enabled()), unit.clock().instant())
                    : null;
        });
        if (coverage != null) {
            metrics.read(coverage);
        }
    }

    private boolean isWanted(Unit unit, String service) {
        return ledger.holdRunning(unit.scanId())
                && outOfSight.isWatched(unit.account().id(), unit.region())
                && !ledger.isCommitted(unit.scanId(), unit.region(), service);
    }

    /** Controls may have been switched off while the service was read. */
    private Set<ControlId> enabled() {
        return controls.settings().entrySet().stream()
                .filter(control -> control.getValue().enabled())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Coverage keep(Yield yield, Instant at) {
        var coverage = isAbsent(yield) ? skip(yield, at) : reconcile(yield, at);
        ledger.commit(yield.unit().scanId(), coverage);
        return coverage;
    }

    /** Where something was found before, something is: it cannot be seen at the moment. */
    private boolean isAbsent(Yield yield) {
        var harvest = yield.harvest();
        return yield.collected().absent()
                && !reconciliation.knows(harvest.accountId(), harvest.region(), yield.controls());
    }

    /** What an earlier scan could not read there is no gap any more. */
    private Coverage skip(Yield yield, Instant at) {
        ledger.forget(yield.unit().account().id(), yield.unit().region(), yield.controls());
        return Coverage.skipped(yield, at);
    }

    private Coverage reconcile(Yield yield, Instant at) {
        var unlisted = yield.collected().unlisted();
        var result = reconciliation.reconcile(new Reconciliation.Order(
                yield.harvest(), yield.judged(), unlisted, yield.unit().scanId(), at));
        var lost = Lost.of(yield.unit().plan(), unlisted, result.missing());
        yield.judged().forEach((type, controls) -> {
            var gap = unlisted.get(type);
            remember(yield.unit(), controls, lost.controls(), gap == null ? null : Json.write(gap), yield.started());
        });
        return Coverage.of(yield, result, lost, at);
    }

    private void remember(
            Unit unit, List<ControlId> controls, Set<ControlId> incomplete, @Nullable String gap, Instant at) {
        for (var complete : List.of(true, false)) {
            var some = controls.stream()
                    .filter(control -> complete != incomplete.contains(control))
                    .toList();
            ledger.evaluated(unit, some, complete, gap, at);
        }
    }
}
