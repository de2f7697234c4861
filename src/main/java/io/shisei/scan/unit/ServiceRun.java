package io.shisei.scan.unit;

import io.shisei.control.ControlId;
import io.shisei.finding.Harvest;
import io.shisei.inventory.Gap;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads one service in one region, and judges what it finds. */
@Component
class ServiceRun {

    private final Checkpoint checkpoint;

    ServiceRun(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    void read(Unit unit, String service) {
        var started = unit.clock().instant();
        var occasion = unit.occasion(started);
        try (var harvest = new Harvest(unit.account().id(), unit.region())) {
            var collected = unit.session()
                    .collect(
                            service,
                            unit.wanted(service),
                            resource -> harvest.add(resource, unit.plan().judge(resource, occasion)));
            checkpoint.commit(new Yield(unit, service, harvest, judged(unit, service), collected, started));
        }
    }

    /** Leaves a gap where a service could not be read again and again: nothing passes for having been looked at. */
    void giveUp(Unit unit, String service, String problem) {
        var judged = judged(unit, service);
        var unlisted = judged.keySet().stream()
                .collect(
                        Collectors.toMap(Function.identity(), type -> new Gap(type.firstAction(), "GivenUp", problem)));
        try (var harvest = new Harvest(unit.account().id(), unit.region())) {
            var nothing = new Source.Collected(0, unlisted);
            checkpoint.commit(new Yield(
                    unit, service, harvest, judged, nothing, unit.clock().instant()));
        }
    }

    private static Map<ResourceType, List<ControlId>> judged(Unit unit, String service) {
        var judged = new LinkedHashMap<ResourceType, List<ControlId>>();
        unit.wanted(service)
                .keySet()
                .forEach(type -> judged.put(type, unit.plan().controls(type)));
        return judged;
    }
}
