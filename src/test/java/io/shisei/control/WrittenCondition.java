package io.shisei.control;

import io.shisei.control.catalogue.ConditionFile;
import io.shisei.control.catalogue.Section;
import io.shisei.control.cel.Clauses;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.cel.reason.Reasons;
import io.shisei.control.parameter.Parameter;
import io.shisei.inventory.ResourceType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The condition of a control on one type as its file has it. */
public record WrittenCondition(
        ResourceType type, Section section, Map<String, Parameter> parameters, Dictionary dictionary) {

    /** The expressions by their names: definitions, {@code applies}, and the demand. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        section.entries("with")
                .forEach((name, entry) ->
                        texts.put(name, section.text(name, entry.value()).orElseThrow()));
        section.findText(Clauses.APPLIES).ifPresent(text -> texts.put(Clauses.APPLIES, text));
        texts.put(demand(), section.text(demand()));
        return texts;
    }

    /** The name of the demand, {@code passes} or {@code violations}. */
    public String demand() {
        return section.find("passes").isPresent() ? "passes" : "violations";
    }

    /** The same condition of other texts, without its reasons, which decide nothing. */
    public Clauses clauses(Map<String, String> texts) {
        var definitions = new LinkedHashMap<>(texts);
        var applies = definitions.remove(Clauses.APPLIES);
        var demanded = definitions.remove(demand());
        return new Clauses(
                type.shape(),
                ConditionFile.shape(parameters),
                definitions,
                applies,
                demanded,
                demand().equals("passes") ? Demand.PASSES : Demand.VIOLATIONS,
                dictionary,
                Reasons.NONE);
    }

    /** The line of the file on which a place of an expression stands; both count from 1. */
    public int line(String clause, int line, int column) {
        var definition = section.entries("with").get(clause);
        var value = definition == null ? section.find(clause).orElseThrow() : definition.value();
        return section.file()
                .within(value.place(), String.valueOf(value.plain()), line, column)
                .line();
    }
}
