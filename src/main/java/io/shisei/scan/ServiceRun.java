package io.shisei.scan;

import io.shisei.control.ControlId;
import io.shisei.finding.Harvest;
import io.shisei.finding.Reconciliation;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Json;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Source;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one service in one region, judges what it finds, and commits findings and coverage in one transaction: the
 * checkpoint from which a unit resumes.
 */
@Component
class ServiceRun {

    private final Reconciliation reconciliation;
    private final ScanLedger ledger;
    private final TransactionTemplate transaction;

    ServiceRun(Reconciliation reconciliation, ScanLedger ledger, TransactionTemplate transaction) {
        this.reconciliation = reconciliation;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    void read(Unit unit, String service) {
        var started = unit.clock().instant();
        if (!unit.session().offers(service)) {
            skip(unit, service, started);
            return;
        }
        var gaps = new GapTally();
        try (var harvest = new Harvest(unit.account().id(), unit.region())) {
            var collected = unit.session().collect(service, unit.plan().wanted(service), resource -> {
                gaps.add(resource.document());
                harvest.add(resource, unit.plan().judge(resource));
            });
            gaps.addListings(collected.unlisted().values());
            commit(unit, service, harvest, collected, gaps.all(), started);
        }
    }

    /** Leaves a gap where a service could not be read again and again: nothing passes for having been looked at. */
    void giveUp(Unit unit, String service, String problem) {
        var unlisted = unit.plan().wanted(service).keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), type -> new Gap(type.listing().getFirst(), "GivenUp", problem)));
        var gaps = new GapTally();
        gaps.addListings(unlisted.values());
        try (var harvest = new Harvest(unit.account().id(), unit.region())) {
            var nothing = new Source.Collected(0, unlisted);
            commit(unit, service, harvest, nothing, gaps.all(), unit.clock().instant());
        }
    }

    private void skip(Unit unit, String service, Instant at) {
        var coverage =
                new Coverage(unit.region(), service, Coverage.State.SKIPPED, 0, 0, 0, 0, 0, 0, 0, List.of(), at, at);
        transaction.executeWithoutResult(status -> {
            if (ledger.holdRunning(unit.scanId())) {
                ledger.commit(unit.scanId(), coverage);
            }
        });
    }

    private void commit(
            Unit unit,
            String service,
            Harvest harvest,
            Source.Collected collected,
            List<Coverage.CountedGap> gaps,
            Instant started) {
        var judged = judged(unit, service);
        transaction.executeWithoutResult(status -> {
            if (!ledger.holdRunning(unit.scanId())) {
                return; // cancelled meanwhile
            }
            var at = unit.clock().instant();
            var result = reconciliation.reconcile(
                    new Reconciliation.Order(harvest, judged, collected.unlisted(), unit.scanId(), at));
            var state = gaps.isEmpty() ? Coverage.State.COMPLETE : Coverage.State.GAPS;
            ledger.commit(
                    unit.scanId(),
                    new Coverage(
                            unit.region(),
                            service,
                            state,
                            harvest.resources(),
                            harvest.verdicts(),
                            result.opened(),
                            result.closed(),
                            collected.calls(),
                            collected.retries(),
                            collected.throttles(),
                            gaps,
                            started,
                            at));
            remember(unit, judged, collected.unlisted(), at);
        });
    }

    private static Map<ResourceType, List<ControlId>> judged(Unit unit, String service) {
        var judged = new LinkedHashMap<ResourceType, List<ControlId>>();
        unit.plan()
                .wanted(service)
                .keySet()
                .forEach(type -> judged.put(type, unit.plan().controls(type)));
        return judged;
    }

    private void remember(
            Unit unit, Map<ResourceType, List<ControlId>> judged, Map<ResourceType, Gap> unlisted, Instant at) {
        judged.forEach((type, controls) -> {
            var gap = unlisted.get(type);
            var json = gap == null ? null : Json.write(gap);
            controls.forEach(
                    control -> ledger.evaluated(unit.scanId(), unit.account().id(), unit.region(), control, json, at));
        });
    }
}
