package io.shisei.control.catalogue;

import io.shisei.control.ControlId;
import io.shisei.control.Standard;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the files of standards. */
final class StandardFiles {

    private final Set<ControlId> known;
    private final Problems problems;

    StandardFiles(Set<ControlId> known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    List<Standard> read(Collection<TextFile> files) {
        var standards = new ArrayList<Standard>();
        for (var file : files) {
            new YamlFile(file, problems)
                    .read()
                    .ifPresent(mapping -> standards.add(standard(new Section(file, "", mapping, problems))));
        }
        return standards;
    }

    private Standard standard(Section section) {
        section.allow(List.of("id", "name", "controls", "retired"));
        return new Standard(section.text("id"), section.translated("name"), controls(section), retired(section));
    }

    private SortedSet<ControlId> controls(Section section) {
        var ids = new TreeSet<ControlId>();
        for (var item : section.items("controls")) {
            section.text("controls", item)
                    .flatMap(text -> id(section, item.place(), text))
                    .ifPresent(id -> {
                        if (!ids.add(id)) {
                            section.problem(item.place(), id + " stands here twice: remove one");
                        }
                    });
        }
        return ids;
    }

    private Map<ControlId, LocalDate> retired(Section section) {
        var dates = new LinkedHashMap<ControlId, LocalDate>();
        section.entries("retired")
                .forEach((name, entry) -> id(section, entry.place(), name)
                        .ifPresent(id -> section.text(name, entry.value()).ifPresent(text -> {
                            try {
                                dates.put(id, LocalDate.parse(text));
                            } catch (DateTimeParseException e) {
                                section.problem(
                                        entry.value().place(), "'" + text + "' should be a date, such as 2026-03-04");
                            }
                        })));
        return dates;
    }

    private Optional<ControlId> id(Section section, Yaml.Place place, String text) {
        var id = known.stream().filter(control -> control.value().equals(text)).findAny();
        if (id.isEmpty()) {
            section.problem(place, "there is no control '" + text + "': correct or remove it");
        }
        return id;
    }
}
