package io.shisei.coverage;

import io.shisei.control.ControlId;
import io.shisei.inventory.ResourceType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Controls, each on one of the types that it judges, as two columns of the same length. */
public record Checks(List<Check> all) {

    public record Check(ControlId control, ResourceType type) {}

    public static Checks of(Map<ResourceType, List<ControlId>> judged) {
        return of(judged, judged.keySet());
    }

    /** What is judged of these types. */
    public static Checks of(Map<ResourceType, List<ControlId>> judged, Collection<ResourceType> types) {
        return new Checks(types.stream()
                .flatMap(type -> judged.getOrDefault(type, List.of()).stream().map(control -> new Check(control, type)))
                .toList());
    }

    public Checks without(Set<ControlId> controls) {
        return new Checks(all.stream()
                .filter(check -> !controls.contains(check.control()))
                .toList());
    }

    public String[] controls() {
        return all.stream().map(check -> check.control().value()).toArray(String[]::new);
    }

    public String[] types() {
        return types(ResourceType::name);
    }

    /** Something of the type of each. */
    public String[] types(Function<ResourceType, String> of) {
        return all.stream().map(check -> of.apply(check.type())).toArray(String[]::new);
    }
}
