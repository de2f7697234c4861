package io.shisei.control.catalogue;

import io.shisei.control.Judge;
import io.shisei.control.cel.function.Tables;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a table of the catalogue: its values, where they are from, and of which day. */
public record TableFile(Section section) {

    public static Tables read(Collection<TextFile> files, FileProblems problems) {
        var types = new LinkedHashMap<String, FieldType>();
        var values = new LinkedHashMap<String, Object>();
        for (var file : files) {
            new YamlFile(file, problems).read().ifPresent(mapping -> {
                var table = new TableFile(new Section(file, "", mapping, problems));
                table.check();
                mapping.entries().entrySet().stream()
                        .filter(entry -> entry.getKey().equals("values"))
                        .map(entry -> entry.getValue().value())
                        .forEach(value -> {
                            types.put(file.stem(), table.type(value));
                            values.put(file.stem(), Objects.requireNonNullElse(value.plain(), ""));
                        });
            });
        }
        return new Tables(types, values);
    }

    /** What no condition asks for would grow old unseen. */
    static void noteUnused(Collection<TextFile> files, Collection<Judge> judges, FileProblems problems) {
        var used = judges.stream()
                .flatMap(judge -> judge.targets().stream())
                .flatMap(target -> target.condition().use().tables().stream())
                .collect(Collectors.toSet());
        files.stream()
                .filter(file -> !used.contains(file.stem()))
                .forEach(file -> problems.add(
                        file.name(),
                        new Yaml.Place(1, 1),
                        "no control asks for tables." + file.stem() + ": remove it"));
    }

    private void check() {
        section.allow(Set.of("source", "date", "values"));
        section.require("values");
        new Facts(section).page("source");
        new Facts(section).date("date");
    }

    /** A table is of one type throughout: a value, a list, or a map of either. */
    private FieldType type(Yaml value) {
        return switch (value) {
            case Yaml.Sequence list -> new ListOf(common(list.items()));
            case Yaml.Mapping map ->
                new MapOf(common(
                        map.entries().values().stream().map(Yaml.Entry::value).toList()));
            case Yaml.Scalar scalar -> scalar(scalar);
        };
    }

    private FieldType common(List<Yaml> values) {
        if (values.isEmpty()) {
            section.problem(section.mapping().place(), "a table without values tells nothing: add some");
            return Scalar.ANY;
        }
        var first = type(values.getFirst());
        values.stream()
                .filter(value -> !type(value).equals(first))
                .forEach(value -> section.problem(
                        value.place(),
                        value.kind() + " is of another type than the first value, " + first
                                + ": write versions in quotes"));
        return first;
    }

    private FieldType scalar(Yaml.Scalar scalar) {
        if (scalar.value() == null) {
            section.problem(scalar.place(), "a value of the table is missing: write it down");
            return Scalar.ANY;
        }
        return switch (scalar.value()) {
            case String text -> Scalar.STRING;
            case Long number -> Scalar.INT;
            case Double number -> Scalar.DOUBLE;
            case Boolean truth -> Scalar.BOOL;
            default -> {
                section.problem(scalar.place(), "a value of a table is a text, a number or a truth");
                yield Scalar.ANY;
            }
        };
    }
}
