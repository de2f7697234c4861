package io.shisei.control.catalogue;

import io.shisei.control.cel.Clauses;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.Condition;
import io.shisei.control.cel.Conditions;
import io.shisei.control.cel.FlawedCondition;
import io.shisei.control.cel.FlawedCondition.Flaw;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.cel.reason.Reasons;
import io.shisei.control.parameter.Parameter;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.ResourceType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the condition of a control on one type; {@code section} holds its clauses. */
public record ConditionFile(Section section, Conditions conditions, Dictionary dictionary) {

    private static final String REASON = "reason";

    /** Each makes compiling those after it slower. */
    private static final int NAMES = 100;

    static final Set<String> KEYS = Set.of("with", Clauses.APPLIES, "passes", "violations", REASON);

    Optional<Condition> read(ResourceType type, Map<String, Parameter> parameters) {
        var passes = section.findText("passes");
        var violations = section.findText("violations");
        var reasons = reasons(type);
        if (passes.isPresent() == violations.isPresent()) {
            section.problem(section.mapping().place(), "give either 'passes' or 'violations'");
            return Optional.empty();
        }
        var clauses = new Clauses(
                type.shape(),
                shape(parameters),
                definitions(),
                section.findText(Clauses.APPLIES).orElse(null),
                passes.or(() -> violations).get(),
                passes.isPresent() ? Demand.PASSES : Demand.VIOLATIONS,
                dictionary,
                reasons);
        try {
            return Optional.of(conditions.compile(clauses));
        } catch (FlawedCondition e) {
            e.flaws().forEach(this::note);
            return Optional.empty();
        }
    }

    private Map<String, String> definitions() {
        var named = section.entries("with");
        if (named.size() > NAMES) {
            section.problem(section.mapping().place(), "'with' has more than " + NAMES + " names: use fewer");
            return Map.of();
        }
        var definitions = new LinkedHashMap<String, String>();
        named.forEach(
                (name, entry) -> section.text(name, entry.value()).ifPresent(text -> definitions.put(name, text)));
        return definitions;
    }

    private Reasons reasons(ResourceType type) {
        return section.require(REASON)
                .flatMap(value -> section.section(REASON, value))
                .map(reason -> {
                    reason.allow(Set.of("passed", "failed"));
                    var passed = reason.find("passed").map(there -> reason.translated("passed"));
                    return new Reasons(
                            passed.orElse(null),
                            reason.translated("failed"),
                            type.parts().keySet());
                })
                .orElse(Reasons.NONE);
    }

    private void note(Flaw flaw) {
        var value = clause(flaw.clause());
        var text = String.valueOf(value.plain());
        section.problem(
                section.file().within(value.place(), text, flaw.line(), flaw.column()),
                flaw.clause() + ": " + flaw.message() + " (line " + flaw.line() + ", column " + flaw.column()
                        + " of the expression)");
    }

    private Yaml clause(String name) {
        var definition = section.entries("with").get(name);
        if (definition != null) {
            return definition.value();
        }
        var at = section;
        var path = name.split("[.]");
        for (int i = 0; i < path.length - 1; i++) {
            at = at.findSection(path[i]).orElseThrow();
        }
        return at.find(path[path.length - 1]).orElseThrow();
    }

    public static FieldType.Struct shape(Map<String, Parameter> parameters) {
        var fields = new LinkedHashMap<String, FieldType>();
        parameters.forEach((name, parameter) -> fields.put(name, parameter.fieldType()));
        return new FieldType.Struct("params", () -> fields);
    }
}
