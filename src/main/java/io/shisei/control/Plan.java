package io.shisei.control;

import io.shisei.control.Controls.Setting;
import io.shisei.inventory.Document;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The controls of a scan with the settings that they had when it was made; safe to share between threads. */
public final class Plan {

    private final Map<String, List<Step>> byType;
    private final Map<ControlId, Setting> settings;
    private final List<String> enabled;

    /** @param settings of all controls, whether they are among the steps or not */
    Plan(List<Step> steps, Map<ControlId, Setting> settings) {
        this.settings = settings;
        this.enabled = enabled(settings);
        this.byType = steps.stream()
                .collect(Collectors.groupingBy(step -> step.type().name(), LinkedHashMap::new, Collectors.toList()));
    }

    /** The same without the controls whose ids are not {@code wanted}. */
    public Plan only(Predicate<String> wanted) {
        var steps = byType.values().stream()
                .flatMap(List::stream)
                .filter(step -> wanted.test(step.control().value()))
                .toList();
        return new Plan(steps, settings);
    }

    /** The same with the {@code chosen} controls alone, or (null) with all. */
    public Plan only(@Nullable Set<ControlId> chosen) {
        return chosen == null ? this : only(id -> chosen.contains(new ControlId(id)));
    }

    /** The services ({@link ResourceType#service}) to be read in units of this scope. */
    public SortedSet<String> services(Scope scope) {
        return types().filter(type -> type.scopes().contains(scope))
                .map(ResourceType::service)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The types to list of a service in units of this scope, each with the top-level fields that the controls read. */
    public Map<ResourceType, Set<String>> wanted(String service, Scope scope) {
        var wanted = new LinkedHashMap<ResourceType, Set<String>>();
        types().filter(type -> type.service().equals(service))
                .filter(type -> type.scopes().contains(scope))
                .forEach(type -> wanted.put(type, fields(type)));
        return wanted;
    }

    /** The top-level fields of documents of this type that its controls read. */
    public Set<String> fields(ResourceType type) {
        var fields = new TreeSet<String>();
        steps(type).forEach(step -> fields.addAll(step.target().fields()));
        return fields;
    }

    static List<String> enabled(Map<ControlId, Setting> settings) {
        return settings.entrySet().stream()
                .filter(control -> control.getValue().enabled())
                .map(control -> control.getKey().value())
                .toList();
    }

    /** Those of its controls that are set now as they were when the plan was made, with whatever else they ask of settings. */
    public Set<ControlId> stillSo(Map<ControlId, Setting> now) {
        var sameSwitches = enabled(now).equals(enabled);
        return byType.values().stream()
                .flatMap(List::stream)
                .filter(step -> sameSwitches || !step.target().condition().use().switches())
                .map(Step::control)
                .filter(control -> Objects.equals(settings.get(control), now.get(control)))
                .collect(Collectors.toSet());
    }

    /** The controls that judge resources of this type. */
    public List<ControlId> controls(ResourceType type) {
        return steps(type).stream().map(Step::control).toList();
    }

    /** The controls of this type that read any of these top-level {@code fields}; {@link Document#WHOLE} is all. */
    public Set<ControlId> reading(String type, Set<String> fields) {
        return byType.getOrDefault(type, List.of()).stream()
                .filter(step -> fields.contains(Document.WHOLE)
                        || step.target().fields().stream().anyMatch(fields::contains))
                .map(Step::control)
                .collect(Collectors.toSet());
    }

    /** What each control of the resource's type says of it. */
    public Map<ControlId, Verdict> judge(Resource resource, Occasion occasion) {
        var verdicts = new LinkedHashMap<ControlId, Verdict>();
        var judged = occasion.with(enabled);
        for (var step : steps(resource.type())) {
            verdicts.put(step.control(), step.target().judge(resource.document(), step.parameters(), judged));
        }
        return verdicts;
    }

    private Stream<ResourceType> types() {
        return byType.values().stream().map(steps -> steps.getFirst().type());
    }

    private List<Step> steps(ResourceType type) {
        return byType.getOrDefault(type.name(), List.of());
    }

    /** What a control asks of each of its types, with its parameters. */
    static Stream<Step> steps(Judge judge, Map<String, Object> parameters) {
        var seen = judge.seen(parameters);
        return judge.targets().stream().map(target -> new Step(judge.control().id(), target, seen));
    }

    /** What a control asks of a type, with the parameters that it has in this plan, as its condition sees them. */
    record Step(ControlId control, Target target, Map<String, Object> parameters) {

        ResourceType type() {
            return target.type();
        }
    }
}
