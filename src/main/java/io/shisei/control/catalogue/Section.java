package io.shisei.control.catalogue;

import io.shisei.control.Text;
import io.shisei.control.catalogue.Yaml.Entry;
import io.shisei.control.catalogue.Yaml.Mapping;
import io.shisei.control.catalogue.Yaml.Place;
import io.shisei.control.catalogue.Yaml.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A mapping in a file whose keys are known; what is missing or of the wrong kind is noted as a problem.
 *
 * @param owner the control that it belongs to, as a prefix of messages: {@code "EC2.18: "}, or empty
 */
public record Section(TextFile file, String owner, Mapping mapping, FileProblems problems) {

    Section of(String newOwner) {
        return new Section(file, newOwner + ": ", mapping, problems);
    }

    void allow(Collection<String> keys) {
        mapping.entries().forEach((key, entry) -> {
            if (!keys.contains(key)) {
                problem(
                        entry.place(),
                        "unknown key '" + key + "'; known here: " + String.join(", ", new TreeSet<>(keys)));
            }
        });
    }

    public Optional<Yaml> find(String key) {
        return Optional.ofNullable(mapping.entries().get(key)).map(Entry::value);
    }

    Optional<Yaml> require(String key) {
        var value = find(key);
        if (value.isEmpty()) {
            problem(mapping.place(), "'" + key + "' is missing: add it");
        }
        return value;
    }

    /** The text under the key; empty, and a problem noted, when it is missing. */
    public String text(String key) {
        return require(key).flatMap(value -> text(key, value)).orElse("");
    }

    public Optional<String> findText(String key) {
        return find(key).flatMap(value -> text(key, value));
    }

    public Optional<Section> findSection(String key) {
        return find(key).flatMap(value -> section(key, value));
    }

    /** The mappings by name under the key; none when the key is missing. */
    public Map<String, Entry> entries(String key) {
        return findSection(key).map(section -> section.mapping().entries()).orElse(Map.of());
    }

    public List<Yaml> items(String key) {
        return require(key)
                .flatMap(value -> {
                    if (value instanceof Yaml.Sequence sequence) {
                        return Optional.of(sequence.items());
                    }
                    problem(value.place(), "'" + key + "' should be a list, but is " + value.kind());
                    return Optional.empty();
                })
                .orElse(List.of());
    }

    public Optional<Section> section(String key, Yaml value) {
        if (value instanceof Mapping inner) {
            return Optional.of(new Section(file, owner, inner, problems));
        }
        problem(value.place(), "'" + key + "' should be a mapping, but is " + value.kind());
        return Optional.empty();
    }

    public Optional<String> text(String key, Yaml value) {
        if (value instanceof Scalar scalar && scalar.value() instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        problem(value.place(), "'" + key + "' should be a text, but is " + value.kind());
        return Optional.empty();
    }

    /** A text in English and Japanese. */
    Text translated(String key) {
        return require(key)
                .flatMap(value -> section(key, value))
                .map(section -> {
                    section.allow(List.of("en", "ja"));
                    return new Text(
                            section.text("en").strip(), section.text("ja").strip());
                })
                .orElse(new Text("", ""));
    }

    void problem(Place place, String message) {
        problems.add(file.name(), place, owner + message);
    }
}
