package io.shisei.control.catalogue;

import io.shisei.control.ControlId;
import io.shisei.control.Judge;
import io.shisei.control.cel.Conditions;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.inventory.ResourceTypes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the files of controls, each with the file of examples beside it. */
public final class ControlFiles {

    private final boolean draft;
    private final ResourceTypes types;
    private final Conditions conditions;
    private final FileProblems problems;
    private final SortedMap<ControlId, Judge> judges = new TreeMap<>();
    private final Map<ControlId, String> declared = new HashMap<>();

    /** @param draft whether examples may be missing */
    public ControlFiles(ResourceTypes types, Conditions conditions, FileProblems problems, boolean draft) {
        this.draft = draft;
        this.types = types;
        this.conditions = conditions;
        this.problems = problems;
    }

    public Read read(Collection<TextFile> files) {
        var examples = new HashMap<String, Map<ControlId, Section>>();
        files.stream()
                .filter(TextFile::examples)
                .forEach(file -> examples.put(file.name().replace(".examples.yaml", ".yaml"), examples(file)));
        files.stream()
                .filter(file -> !file.examples())
                .forEach(file -> read(file, examples.getOrDefault(file.name(), Map.of())));
        examples.values()
                .forEach(sections -> sections.forEach((id, section) -> {
                    if (!declared.containsKey(id)) {
                        section.problem(section.mapping().place(), "there is no such control in the file beside");
                    }
                }));
        return new Read(judges, declared.keySet());
    }

    private void read(TextFile file, Map<ControlId, Section> examples) {
        new YamlFile(file, problems)
                .read()
                .map(mapping -> new Section(file, "", mapping, problems))
                .ifPresent(root -> {
                    root.allow(List.of("service", "newer", "controls"));
                    var service = root.text("service");
                    var dictionary = NewerWords.read(root);
                    for (var item : root.items("controls")) {
                        root.section("controls", item)
                                .ifPresent(section -> control(section, service, dictionary, examples));
                    }
                });
    }

    private void control(Section section, String service, Dictionary dictionary, Map<ControlId, Section> examples) {
        section.require("id").flatMap(value -> id(section, value, service)).ifPresent(id -> {
            var other = declared.putIfAbsent(id, section.file().name());
            if (other != null) {
                section.problem(section.mapping().place(), id + " is already in " + other + ": remove one");
                return;
            }
            new ControlFile(section.of(id.value()), service, types, conditions, dictionary, draft ? null : examples)
                    .read(id)
                    .ifPresent(judge -> judges.put(id, judge));
        });
    }

    private static Optional<ControlId> id(Section section, Yaml value, String service) {
        return section.text("id", value).flatMap(text -> {
            try {
                var id = new ControlId(text);
                if (id.service().equals(service)) {
                    return Optional.of(id);
                }
                section.problem(value.place(), text + " is not of the file's service, " + service);
            } catch (IllegalArgumentException e) {
                section.problem(value.place(), String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        });
    }

    private Map<ControlId, Section> examples(TextFile file) {
        var sections = new HashMap<ControlId, Section>();
        new YamlFile(file, problems).read().ifPresent(mapping -> {
            var root = new Section(file, "", mapping, problems);
            mapping.entries().forEach((name, entry) -> {
                try {
                    var id = new ControlId(name);
                    root.section(name, entry.value()).ifPresent(section -> sections.put(id, section.of(name)));
                } catch (IllegalArgumentException e) {
                    root.problem(entry.place(), String.valueOf(e.getMessage()));
                }
            });
        });
        return sections;
    }

    /** What the files held; {@code declared} also names controls that could not be read. */
    public record Read(SortedMap<ControlId, Judge> judges, Set<ControlId> declared) {}
}
