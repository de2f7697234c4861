package io.shisei.scan;

import io.shisei.control.ControlId;
import io.shisei.finding.Harvest;
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

    /** Controls, each on each type that it judged. */
    long checks() {
        return judged.values().stream().mapToLong(List::size).sum();
    }

    /** Those that lacked nothing. */
    long checks(Lost lost) {
        return judged.entrySet().stream()
                .mapToLong(type -> type.getValue().stream()
                        .filter(control -> !lost.keptFrom(control, type.getKey()))
                        .count())
                .sum();
    }
}
