package io.shisei.scan.unit;

import io.shisei.control.ControlId;
import io.shisei.coverage.Checks;
import io.shisei.coverage.Coverage;
import io.shisei.coverage.Evaluations;
import io.shisei.finding.Harvest;
import io.shisei.finding.Reconciliation;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Source;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What reading one service in one region brought.
 *
 * @param judged by type that was to be listed, the controls that judged it
 */
record Yield(
        Unit unit,
        String service,
        Harvest harvest,
        Map<ResourceType, List<ControlId>> judged,
        Source.Collected collected,
        Instant started) {

    /** Of these controls only. */
    Yield of(Set<ControlId> wanted) {
        var left = new LinkedHashMap<ResourceType, List<ControlId>>();
        judged.forEach((type, controls) ->
                left.put(type, controls.stream().filter(wanted::contains).toList()));
        return new Yield(unit, service, harvest, left, collected, started);
    }

    /** Of a service that was looked at. */
    Coverage read(Reconciliation.Result result, Lost lost, List<Evaluations.Ended> ended, Instant at) {
        return new Coverage(
                unit.region(),
                service,
                lost.keptFromNothing() ? Coverage.State.COMPLETE : Coverage.State.GAPS,
                ended.size(),
                ended.stream().filter(Evaluations.Ended::complete).count(),
                result.resources(),
                result.evaluations(),
                result.moved().opened(),
                result.moved().closed(),
                collected.calls(),
                collected.retries(),
                collected.throttles(),
                lost.gaps(),
                started,
                at);
    }

    /** Of a service that is not there. */
    Coverage skipped(Instant at) {
        return new Coverage(
                unit.region(),
                service,
                Coverage.State.SKIPPED,
                0,
                0,
                0,
                0,
                0,
                0,
                collected.calls(),
                collected.retries(),
                collected.throttles(),
                List.of(),
                started,
                at);
    }

    /** Controls, each on each type that it judged. */
    List<Evaluations.Ended> ended(Lost lost) {
        return Checks.of(judged).all().stream()
                .map(check -> new Evaluations.Ended(
                        check,
                        !lost.keptFrom(check.control(), check.type()),
                        collected.unlisted().get(check.type())))
                .toList();
    }
}
