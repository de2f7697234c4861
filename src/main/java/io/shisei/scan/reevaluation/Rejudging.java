package io.shisei.scan.reevaluation;

import io.shisei.coverage.Checks;
import io.shisei.coverage.Evaluations;
import io.shisei.finding.Harvest;
import io.shisei.finding.Reconciliation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Makes findings and coverage of a control agree with what is stored. */
@Component
class Rejudging {

    private final StoredEvidence evidence;
    private final Reconciliation reconciliation;
    private final Evaluations evaluations;

    Rejudging(StoredEvidence evidence, Reconciliation reconciliation, Evaluations evaluations) {
        this.evidence = evidence;
        this.reconciliation = reconciliation;
        this.evaluations = evaluations;
    }

    /** Answers of how many findings something else is said. */
    long judge(StoredEvidence.Seen seen, ReevaluationUnit unit, Reconciliation.Cause cause, Instant now) {
        var place = unit.place();
        var complete = new AtomicBoolean(seen.listing().gap() == null);
        try (var harvest = new Harvest(place.accountId(), place.region())) {
            var judged = Map.of(seen.type(), List.of(unit.control()));
            var order = new Reconciliation.Order(harvest, judged, Map.of(), cause, now);
            var changed = reconciliation.rejudge(order, () -> {
                try (var stored = evidence.resources(seen)) {
                    stored.forEach(resource -> {
                        harvest.say(resource.id(), seen.judge(resource));
                        complete.compareAndSet(true, !seen.lacks(resource.document()));
                    });
                }
            });
            evaluate(seen, unit, complete.get());
            return changed;
        }
    }

    private void evaluate(StoredEvidence.Seen seen, ReevaluationUnit unit, boolean complete) {
        var check = new Checks.Check(unit.control(), seen.type());
        var ended = new Evaluations.Ended(check, complete, seen.listing().gap());
        evaluations.evaluated(
                unit.place(), seen.reading().scanId(), seen.reading().at(), List.of(ended));
    }
}
