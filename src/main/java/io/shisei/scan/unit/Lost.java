package io.shisei.scan.unit;

import io.shisei.control.ControlId;
import io.shisei.control.Plan;
import io.shisei.coverage.Coverage;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Missing;
import io.shisei.inventory.ResourceType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What could not be read of a service.
 *
 * @param gaps by IAM action and error, with the number of resources that each concerns
 * @param controls by type, those that it kept from judging everything that they should
 */
record Lost(List<Coverage.CountedGap> gaps, Map<String, Set<ControlId>> controls) {

    /** @param missing of resources that were listed; no control hangs on what is the gap of no field */
    static Lost of(Plan plan, Map<ResourceType, Gap> unlisted, List<Missing> missing) {
        var gaps = new LinkedHashMap<String, Coverage.CountedGap>();
        var controls = new HashMap<String, Set<ControlId>>();
        missing.forEach(part -> {
            add(gaps, part.gap(), part.resources());
            of(controls, part.type()).addAll(plan.reading(part.type(), part.fields()));
        });
        unlisted.forEach((type, gap) -> {
            add(gaps, gap, 0);
            of(controls, type.name()).addAll(plan.controls(type));
        });
        return new Lost(List.copyOf(gaps.values()), controls);
    }

    boolean keptFromNothing() {
        return controls.values().stream().allMatch(Set::isEmpty);
    }

    boolean keptFrom(ControlId control, ResourceType type) {
        return controls.getOrDefault(type.name(), Set.of()).contains(control);
    }

    private static Set<ControlId> of(Map<String, Set<ControlId>> controls, String type) {
        return controls.computeIfAbsent(type, name -> new HashSet<>());
    }

    private static void add(Map<String, Coverage.CountedGap> gaps, Gap gap, long resources) {
        gaps.merge(
                gap.summary(),
                new Coverage.CountedGap(gap, resources),
                (known, added) -> new Coverage.CountedGap(known.gap(), known.resources() + added.resources()));
    }
}
