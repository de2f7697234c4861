package io.shisei.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A control with the compiled conditions on the types that it judges. */
public record Judge(Control control, List<Target> targets) {

    /** Whether what it says depends on which controls are on. */
    boolean asksForSwitches() {
        return targets.stream().anyMatch(target -> target.condition().use().switches());
    }

    Optional<Target> of(String type) {
        return targets.stream()
                .filter(target -> target.type().name().equals(type))
                .findFirst();
    }

    /** The values of the parameters as the conditions see them; those without any are left out. */
    public Map<String, Object> seen(Map<String, Object> parameters) {
        var seen = new LinkedHashMap<String, Object>();
        control.parameters().forEach((name, parameter) -> {
            var value = parameters.getOrDefault(name, parameter.defaultValue());
            if (value != null) {
                seen.put(name, parameter.seen(value));
            }
        });
        return seen;
    }
}
