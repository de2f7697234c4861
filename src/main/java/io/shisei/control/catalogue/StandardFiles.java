package io.shisei.control.catalogue;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.control.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
    private final FileProblems problems;

    StandardFiles(Set<ControlId> known, FileProblems problems) {
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
        section.allow(List.of("id", "name", "controls", "retired", "unjudged"));
        return new Standard(
                section.text("id"), section.translated("name"), controls(section), retired(section), unjudged(section));
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
                        .ifPresent(id ->
                                new Facts(section).date(name, entry.value()).ifPresent(date -> dates.put(id, date))));
        return dates;
    }

    private List<Standing> unjudged(Section section) {
        var unjudged = new ArrayList<Standing>();
        section.entries("unjudged")
                .forEach((name, entry) -> section.section(name, entry.value())
                        .ifPresent(part -> newId(section, entry.place(), name)
                                .ifPresent(id -> unjudged.add(standing(id, part.of(name))))));
        return unjudged.stream().sorted(Comparator.comparing(Standing::id)).toList();
    }

    private static Standing standing(ControlId id, Section part) {
        part.allow(List.of("title", "severity", "retired"));
        var facts = new Facts(part);
        return new Standing(
                id,
                part.translated("title"),
                facts.severity("severity").orElse(Severity.INFORMATIONAL),
                false,
                part.find("retired")
                        .flatMap(date -> facts.date("retired", date))
                        .orElse(null),
                null);
    }

    private Optional<ControlId> newId(Section section, Yaml.Place place, String text) {
        try {
            var id = new ControlId(text);
            if (!known.contains(id)) {
                return Optional.of(id);
            }
            section.problem(place, text + " is judged: name it under 'controls' or 'retired'");
        } catch (IllegalArgumentException e) {
            section.problem(place, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<ControlId> id(Section section, Yaml.Place place, String text) {
        var id = known.stream().filter(control -> control.value().equals(text)).findAny();
        if (id.isEmpty()) {
            section.problem(place, "there is no control '" + text + "': correct or remove it");
        }
        return id;
    }
}
