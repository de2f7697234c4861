package io.shisei.scan;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.finding.OutOfSight;
import io.shisei.finding.Reconciliation;
import io.shisei.inventory.Json;
import io.shisei.inventory.ResourceType;
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
                && !reconciliation.knows(harvest.accountId(), harvest.region(), yield.judged());
    }

    /** What an earlier scan could not read there is no gap any more. */
    private Coverage skip(Yield yield, Instant at) {
        yield.judged()
                .forEach((type, controls) ->
                        ledger.forget(yield.unit().account().id(), yield.unit().region(), type.name(), controls));
        return Coverage.skipped(yield, at);
    }

    private Coverage reconcile(Yield yield, Instant at) {
        var unlisted = yield.collected().unlisted();
        var result = reconciliation.reconcile(new Reconciliation.Order(
                yield.harvest(), yield.judged(), unlisted, yield.unit().scanId(), at));
        var lost = Lost.of(yield.unit().plan(), unlisted, result.missing());
        yield.judged().keySet().forEach(type -> {
            var gap = unlisted.get(type);
            remember(yield, type, lost, gap == null ? null : Json.write(gap));
        });
        return Coverage.of(yield, result, lost, at);
    }

    private void remember(Yield yield, ResourceType type, Lost lost, @Nullable String gap) {
        yield.judged().getOrDefault(type, List.of()).stream()
                .collect(Collectors.partitioningBy(control -> !lost.keptFrom(control, type)))
                .forEach((complete, some) ->
                        ledger.evaluated(yield.unit(), type.name(), some, complete, gap, yield.started()));
    }
}
