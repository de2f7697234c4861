package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.inventory.ResourceType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Controls, each on one of the types that it judges, as two columns of the same length. */
record Checks(List<Check> all) {

    private record Check(ControlId control, ResourceType type) {}

    /** What is judged of these types. */
    static Checks of(Map<ResourceType, List<ControlId>> judged, Collection<ResourceType> types) {
        return new Checks(types.stream()
                .flatMap(type -> judged.getOrDefault(type, List.of()).stream().map(control -> new Check(control, type)))
                .toList());
    }

    String[] controls() {
        return all.stream().map(check -> check.control().value()).toArray(String[]::new);
    }

    String[] types() {
        return types(ResourceType::name);
    }

    /** Something of the type of each. */
    String[] types(Function<ResourceType, String> of) {
        return all.stream().map(check -> of.apply(check.type())).toArray(String[]::new);
    }
}
