package io.shisei.control.catalogue;

import io.shisei.control.Example;
import io.shisei.control.Occasion;
import io.shisei.control.catalogue.Yaml.Entry;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.parameter.Parameter;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import io.shisei.inventory.ResourceType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a document, with gaps, parameters and the occasion beside its fields.
 *
 * @param known the parameters of the control that is to judge it
 */
public record CaseFile(Section section, ResourceType type, Map<String, Parameter> known, Dictionary dictionary) {

    private static final String GAP = "$gap";
    private static final String PARAMETERS = "$parameters";
    private static final String ENABLED = "$enabledControls";
    private static final Set<String> BESIDE =
            Set.of(GAP, PARAMETERS, "$now", "$account", "$partition", "$region", ENABLED);

    public Case read() {
        return new Case(parameters(), occasion(), document());
    }

    private Map<String, Object> parameters() {
        var values = new LinkedHashMap<String, Object>();
        section.entries(PARAMETERS).forEach((name, entry) -> {
            var parameter = known.get(name);
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

    private Occasion occasion() {
        var usual = Example.OCCASION;
        return new Occasion(
                now().orElse(usual.now()),
                section.findText("$account").orElse(usual.account()),
                section.findText("$partition").orElse(usual.partition()),
                section.findText("$region").orElse(usual.region()),
                enabled());
    }

    private List<String> enabled() {
        return section.find(ENABLED).isEmpty()
                ? List.of()
                : section.items(ENABLED).stream()
                        .flatMap(item -> section.text(ENABLED, item).stream())
                        .toList();
    }

    private Optional<Instant> now() {
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

    private Document document() {
        var fields = new LinkedHashMap<String, Object>();
        section.mapping().entries().forEach((key, entry) -> {
            if (!BESIDE.contains(key)) {
                fields.put(
                        key,
                        new Typed(section, dictionary)
                                .value(key, type.shape().fields().get(key), entry));
            }
        });
        var gaps = new LinkedHashMap<String, Gap>();
        section.entries(GAP)
                .forEach((field, entry) -> gaps.put(field.equals("*") ? Document.WHOLE : field, gap(entry)));
        return new Document(fields, gaps);
    }

    private Gap gap(Entry entry) {
        var words = section.text(GAP, entry.value()).orElse("").split(" ", 2);
        if (words.length == 2) {
            return new Gap(words[0], words[1], "");
        }
        section.problem(entry.place(), "a gap is written as its action and error, s3:GetBucketAcl AccessDenied");
        return new Gap("", "", "");
    }
}
