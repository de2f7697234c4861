package io.shisei.control.catalogue;

import io.shisei.control.Example;
import io.shisei.control.Example.Outcome;
import io.shisei.control.Verdict;
import io.shisei.control.catalogue.Yaml.Entry;
import io.shisei.control.cel.Clauses;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.parameter.Parameter;
import io.shisei.inventory.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the examples of one control on one type. */
final class ExampleFile {

    private static final Map<String, Class<? extends Verdict>> VERDICTS = new TreeMap<>(Map.of(
            "passes", Verdict.Passed.class,
            "fails", Verdict.Failed.class,
            "notApplicable", Verdict.NotApplicable.class));

    private final List<Example> examples = new ArrayList<>();

    private final Section section;
    private final ResourceType type;
    private final Map<String, Parameter> parameters;
    private final Dictionary dictionary;

    ExampleFile(Section section, ResourceType type, Map<String, Parameter> parameters, Dictionary dictionary) {
        this.section = section;
        this.type = type;
        this.parameters = parameters;
        this.dictionary = dictionary;
    }

    /** @param clauses those of the condition that the examples are of */
    List<Example> read(Section clauses) {
        section.allow(Set.of("passes", "fails", "absent", "unknown"));
        demand("passes");
        demand("fails");
        section.require("absent");
        read(section, "passes", Outcome.PASSES, Verdict.Passed.class);
        read(section, "fails", Outcome.FAILS, Verdict.Failed.class);
        section.findSection("absent").ifPresent(absent -> {
            absent.allow(VERDICTS.keySet());
            VERDICTS.forEach((key, verdict) -> read(absent, key, Outcome.ABSENT, verdict));
        });
        read(section, "unknown", Outcome.UNKNOWN, Verdict.Unknown.class);
        if (clauses.find(Clauses.APPLIES).isPresent()
                && examples.stream().noneMatch(example -> example.verdict() == Verdict.NotApplicable.class)) {
            section.problem(
                    section.mapping().place(),
                    "the control has 'applies', so an example of when it does not is needed: add one under"
                            + " absent: notApplicable:");
        }
        return List.copyOf(examples);
    }

    /** There is an example of the verdict, if only of the setting being absent. */
    private void demand(String verdict) {
        section.find(verdict)
                .or(() -> section.findSection("absent").flatMap(absent -> absent.find(verdict)))
                .or(() -> section.require(verdict));
    }

    private void read(Section group, String key, Outcome outcome, Class<? extends Verdict> verdict) {
        group.entries(key)
                .forEach((name, entry) -> group.section(name, entry.value())
                        .ifPresent(example -> add(example, entry, example(name, outcome, verdict, example))));
    }

    private Example example(String name, Outcome outcome, Class<? extends Verdict> verdict, Section section) {
        var read = new CaseFile(section, type, parameters, dictionary).read();
        return new Example(name, type.name(), outcome, verdict, read.parameters(), read.occasion(), read.document());
    }

    /** Nobody learns anything from the same twice. */
    private void add(Section section, Entry entry, Example example) {
        examples.stream()
                .filter(other -> other.document().equals(example.document())
                        && other.parameters().equals(example.parameters())
                        && other.occasion().equals(example.occasion()))
                .findFirst()
                .ifPresent(other -> section.problem(
                        entry.place(),
                        "'" + example.name() + "' is the same as '" + other.name() + "': change or remove one"));
        examples.add(example);
    }
}
