package io.shisei.control;

import io.shisei.control.Example.Outcome;
import io.shisei.control.Yaml.Entry;
import io.shisei.control.cel.Clauses;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import io.shisei.inventory.ResourceType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the examples of one control on one type. */
final class ExampleFile {

    private static final String GAP = "$gap";
    private static final String PARAMETERS = "$parameters";
    private static final String ENABLED = "$enabledControls";
    private static final Set<String> OCCASION = Set.of("$now", "$account", "$partition", "$region", ENABLED);
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
                        .ifPresent(example -> add(
                                example,
                                entry,
                                new Example(
                                        name,
                                        type.name(),
                                        outcome,
                                        verdict,
                                        parameters(example),
                                        occasion(example),
                                        document(example)))));
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

    private Map<String, Object> parameters(Section section) {
        var values = new LinkedHashMap<String, Object>();
        section.entries(PARAMETERS).forEach((name, entry) -> {
            var parameter = parameters.get(name);
            if (parameter == null) {
                section.problem(entry.place(), "the control has no parameter '" + name + "'");
                return;
            }
            try {
                Optional.ofNullable(parameter.valid(entry.value().plain())).ifPresent(value -> values.put(name, value));
            } catch (IllegalArgumentException e) {
                section.problem(entry.place(), "parameter '" + name + "': " + e.getMessage());
            }
        });
        return values;
    }

    private static Occasion occasion(Section section) {
        var usual = Example.OCCASION;
        return new Occasion(
                now(section).orElse(usual.now()),
                section.findText("$account").orElse(usual.account()),
                section.findText("$partition").orElse(usual.partition()),
                section.findText("$region").orElse(usual.region()),
                enabled(section));
    }

    private static List<String> enabled(Section section) {
        return section.find(ENABLED).isEmpty()
                ? List.of()
                : section.items(ENABLED).stream()
                        .flatMap(item -> section.text(ENABLED, item).stream())
                        .toList();
    }

    private static Optional<Instant> now(Section section) {
        return section.findText("$now").flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeParseException e) {
                section.problem(
                        section.find("$now").orElseThrow().place(),
                        "'" + text + "' should be an instant, such as 2026-03-04T00:00:00Z");
                return Optional.empty();
            }
        });
    }

    private Document document(Section section) {
        var fields = new LinkedHashMap<String, Object>();
        section.mapping().entries().forEach((key, entry) -> {
            if (!key.equals(GAP) && !key.equals(PARAMETERS) && !OCCASION.contains(key)) {
                fields.put(
                        key,
                        new Typed(section, dictionary)
                                .value(key, type.shape().fields().get(key), entry));
            }
        });
        var gaps = new LinkedHashMap<String, Gap>();
        section.entries(GAP)
                .forEach((field, entry) -> gaps.put(field.equals("*") ? Document.WHOLE : field, gap(section, entry)));
        return new Document(fields, gaps);
    }

    private static Gap gap(Section section, Entry entry) {
        var words = section.text(GAP, entry.value()).orElse("").split(" ", 2);
        if (words.length == 2) {
            return new Gap(words[0], words[1], "");
        }
        section.problem(entry.place(), "a gap is written as its action and error, s3:GetBucketAcl AccessDenied");
        return new Gap("", "", "");
    }
}
