package io.shisei.control;

import io.shisei.control.cel.Clauses;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.Condition;
import io.shisei.control.cel.Conditions;
import io.shisei.control.cel.FlawedCondition;
import io.shisei.control.cel.FlawedCondition.Flaw;
import io.shisei.control.cel.Read;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one control of a file. */
final class ControlFile {

    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "severity",
            "category",
            "resource",
            "parameters",
            "with",
            "applies",
            "passes",
            "violations",
            "remediation");

    private final Section section;
    private final String service;
    private final ResourceTypes types;
    private final Conditions conditions;
    private final Dictionary dictionary;
    private final Map<ControlId, Section> examples;

    ControlFile(
            Section section,
            String service,
            ResourceTypes types,
            Conditions conditions,
            Dictionary dictionary,
            Map<ControlId, Section> examples) {
        this.section = section;
        this.service = service;
        this.types = types;
        this.conditions = conditions;
        this.dictionary = dictionary;
        this.examples = examples;
    }

    Optional<Judge> read(ControlId id) {
        var before = section.problems().count();
        section.allow(KEYS);
        var title = section.translated("title");
        var remediation = section.translated("remediation");
        var severity = severity();
        var category = section.text("category");
        var parameters = ParameterFile.read(section);
        var type = type();
        var shown = type.map(known -> examples(id, known)).orElse(List.of());
        var condition = type.flatMap(known -> condition(id, known, parameters));
        condition.ifPresent(compiled -> unused(parameters, compiled.parameters()));
        if (type.isEmpty() || condition.isEmpty() || section.problems().count() > before) {
            return Optional.empty();
        }
        var reads = condition.get().reads();
        var control = new Control(
                id,
                service,
                title,
                remediation,
                severity,
                category,
                type.get(),
                parameters,
                reads.stream().map(Read::name).collect(Collectors.toUnmodifiableSet()),
                type.get().actionsFor(reads.stream().map(Read::field).collect(Collectors.toSet())),
                shown);
        return Optional.of(new Judge(control, condition.get()));
    }

    private void unused(Map<String, Parameter> parameters, Set<String> used) {
        section.entries("parameters").forEach((name, entry) -> {
            if (parameters.containsKey(name) && !used.contains(name)) {
                section.problem(entry.place(), "parameter '" + name + "' is never used: remove it");
            }
        });
    }

    private Severity severity() {
        var text = section.text("severity");
        try {
            return Severity.valueOf(text);
        } catch (IllegalArgumentException e) {
            if (!text.isEmpty()) {
                section.problem(
                        section.find("severity").orElseThrow().place(),
                        "'" + text + "' is not a severity; these are: " + List.of(Severity.values()));
            }
            return Severity.INFORMATIONAL;
        }
    }

    private Optional<ResourceType> type() {
        var name = section.text("resource");
        var type = types.named(name);
        if (type.isEmpty() && !name.isEmpty()) {
            section.problem(
                    section.find("resource").orElseThrow().place(),
                    "no collector reads resources of type '" + name + "'; these are read: "
                            + types.all().stream()
                                    .map(ResourceType::name)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        return type;
    }

    private List<Example> examples(ControlId id, ResourceType type) {
        var own = examples.get(id);
        if (own == null) {
            section.problem(
                    section.mapping().place(),
                    "there are no examples: add them under '" + id + "' in the examples file beside");
            return List.of();
        }
        var shown = ExampleFile.read(own, type.shape(), dictionary);
        own.find("passes").or(() -> own.require("passes"));
        own.find("fails").or(() -> own.require("fails"));
        own.require("absent");
        if (section.find(Clauses.APPLIES).isPresent()
                && shown.stream().noneMatch(example -> example.verdict() == Verdict.NotApplicable.class)) {
            own.problem(
                    own.mapping().place(),
                    "the control has 'applies', so an example of when it does not is needed: add one under"
                            + " absent: notApplicable:");
        }
        return shown;
    }

    private Optional<Condition> condition(ControlId id, ResourceType type, Map<String, Parameter> parameters) {
        var passes = section.findText("passes");
        var violations = section.findText("violations");
        if (passes.isPresent() == violations.isPresent()) {
            section.problem(section.mapping().place(), "give either 'passes' or 'violations'");
            return Optional.empty();
        }
        var definitions = new LinkedHashMap<String, String>();
        section.entries("with")
                .forEach((name, entry) ->
                        section.text(name, entry.value()).ifPresent(text -> definitions.put(name, text)));
        var clauses = new Clauses(
                type.shape(),
                shape(id, parameters),
                definitions,
                section.findText(Clauses.APPLIES).orElse(null),
                passes.or(() -> violations).get(),
                passes.isPresent() ? Demand.PASSES : Demand.VIOLATIONS,
                dictionary);
        try {
            return Optional.of(conditions.compile(clauses));
        } catch (FlawedCondition e) {
            e.flaws().forEach(this::note);
            return Optional.empty();
        }
    }

    private void note(Flaw flaw) {
        var definition = section.entries("with").get(flaw.clause());
        var value = definition != null
                ? definition.value()
                : section.find(flaw.clause()).orElseThrow();
        var text = String.valueOf(value.plain());
        section.problem(
                section.file().within(value.place(), text, flaw.line(), flaw.column()),
                flaw.clause() + ": " + flaw.message() + " (line " + flaw.line() + ", column " + flaw.column()
                        + " of the expression)");
    }

    private static FieldType.Struct shape(ControlId id, Map<String, Parameter> parameters) {
        var fields = new LinkedHashMap<String, FieldType>();
        parameters.forEach((name, parameter) -> fields.put(name, parameter.fieldType()));
        return new FieldType.Struct("params", () -> fields);
    }
}
