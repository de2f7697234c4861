package io.shisei.control.catalogue;

import com.google.common.collect.Sets;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Difference;
import io.shisei.control.Example;
import io.shisei.control.Judge;
import io.shisei.control.Severity;
import io.shisei.control.Target;
import io.shisei.control.Text;
import io.shisei.control.cel.Conditions;
import io.shisei.control.cel.Read;
import io.shisei.control.cel.Use;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.parameter.Parameter;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one control of a file. */
final class ControlFile {

    private static final String ON = "on";
    private static final Set<String> HEAD =
            Set.of("id", "title", "severity", "category", "parameters", "differs", "remediation");

    private final Section section;
    private final String service;
    private final ResourceTypes types;
    private final Conditions conditions;
    private final Dictionary dictionary;
    private final @Nullable Map<ControlId, Section> examples;

    /** @param examples by control; null where none are wanted */
    ControlFile(
            Section section,
            String service,
            ResourceTypes types,
            Conditions conditions,
            Dictionary dictionary,
            @Nullable Map<ControlId, Section> examples) {
        this.section = section;
        this.service = service;
        this.types = types;
        this.conditions = conditions;
        this.dictionary = dictionary;
        this.examples = examples;
    }

    Optional<Judge> read(ControlId id) {
        var before = section.problems().count();
        var parameters = ParameterFile.read(section);
        var clauses = clauses();
        var targets = targets(clauses, parameters);
        var shown = examples(id, clauses, parameters);
        if (!targets.isEmpty() && targets.size() == clauses.size()) {
            unused(parameters, targets);
        }
        var control = control(id, parameters, targets, shown);
        return section.problems().count() > before ? Optional.empty() : Optional.of(new Judge(control, targets));
    }

    private Control control(
            ControlId id, Map<String, Parameter> parameters, List<Target> targets, List<Example> shown) {
        return new Control(
                id,
                service,
                section.translated("title"),
                section.translated("remediation"),
                new Facts(section).severity("severity").orElse(Severity.INFORMATIONAL),
                section.text("category"),
                differs(),
                targets.stream().map(Target::type).toList(),
                parameters,
                all(targets, target -> target.condition().reads().stream().map(Read::name)),
                all(targets, target -> target.type().actionsFor(target.fields()).stream()),
                shown);
    }

    private static Set<String> all(List<Target> targets, Function<Target, Stream<String>> of) {
        return targets.stream().flatMap(of).collect(Collectors.toUnmodifiableSet());
    }

    /** The types that the control judges, each with where its clauses stand. */
    private Map<ResourceType, Section> clauses() {
        var clauses = new LinkedHashMap<ResourceType, Section>();
        if (section.find(ON).isEmpty()) {
            section.allow(Sets.union(HEAD, Sets.union(ConditionFile.KEYS, Set.of("resource", ON))));
            section.require("resource")
                    .flatMap(value -> section.text("resource", value).flatMap(name -> type(name, value.place())))
                    .ifPresent(type -> clauses.put(type, section));
            return clauses;
        }
        section.allow(Sets.union(HEAD, Set.of(ON)));
        section.entries(ON)
                .forEach((name, entry) -> section.section(name, entry.value()).ifPresent(part -> {
                    part.allow(ConditionFile.KEYS);
                    type(name, entry.place()).ifPresent(type -> clauses.put(type, part));
                }));
        return clauses;
    }

    private Optional<ResourceType> type(String name, Yaml.Place place) {
        var type = types.named(name);
        if (type.isEmpty()) {
            section.problem(
                    place,
                    "no collector reads resources of type '" + name + "'; these are read: "
                            + types.all().stream()
                                    .map(ResourceType::name)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        return type;
    }

    private List<Target> targets(Map<ResourceType, Section> clauses, Map<String, Parameter> parameters) {
        var targets = new ArrayList<Target>();
        clauses.forEach((type, part) -> new ConditionFile(part, conditions, dictionary)
                .read(type, parameters)
                .ifPresent(condition -> targets.add(new Target(type, condition))));
        return targets;
    }

    private void unused(Map<String, Parameter> parameters, List<Target> targets) {
        var use = targets.stream()
                .map(target -> target.condition().use())
                .reduce(Use::and)
                .orElseThrow();
        parameters.forEach((name, parameter) -> {
            if (!use.parameters().contains(name)) {
                parameterProblem(name, "is never used: remove it");
            } else if (parameter.defaultValue() == null && !use.asked().contains(name)) {
                parameterProblem(name, "has no default: ask has(params." + name + "), or give it one");
            }
        });
    }

    private void parameterProblem(String name, String what) {
        var entry = Objects.requireNonNull(section.entries("parameters").get(name));
        section.problem(entry.place(), "parameter '" + name + "' " + what);
    }

    private @Nullable Difference differs() {
        return section.findSection("differs")
                .map(part -> {
                    part.allow(List.of("en", "ja", "source"));
                    var text = new Text(part.text("en").strip(), part.text("ja").strip());
                    var source = part.find("source").flatMap(page -> new Facts(part).page("source"));
                    return new Difference(text, source.orElse(null));
                })
                .orElse(null);
    }

    private List<Example> examples(
            ControlId id, Map<ResourceType, Section> clauses, Map<String, Parameter> parameters) {
        if (examples == null) {
            return List.of();
        }
        var own = examples.get(id);
        if (own == null) {
            section.problem(
                    section.mapping().place(),
                    "there are no examples: add them under '" + id + "' in the examples file beside");
            return List.of();
        }
        var shown = new ArrayList<Example>();
        var several = section.find(ON).isPresent();
        var on = several ? own.require(ON).flatMap(value -> own.section(ON, value)) : Optional.of(own);
        if (several) {
            own.allow(Set.of(ON));
            on.ifPresent(byType -> byType.allow(new TreeSet<>(
                    clauses.keySet().stream().map(ResourceType::name).toList())));
        }
        clauses.forEach((type, part) -> on.flatMap(all -> several ? examplesOn(all, type) : Optional.of(all))
                .ifPresent(of -> shown.addAll(new ExampleFile(of, type, parameters, dictionary).read(part))));
        return shown;
    }

    private static Optional<Section> examplesOn(Section on, ResourceType type) {
        return on.require(type.name()).flatMap(value -> on.section(type.name(), value));
    }
}
