package io.shisei.control;

import io.shisei.control.catalogue.Catalogue;
import io.shisei.control.catalogue.FileProblems;
import io.shisei.control.catalogue.NewerWords;
import io.shisei.control.catalogue.Section;
import io.shisei.control.catalogue.TextFile;
import io.shisei.control.catalogue.YamlFile;
import io.shisei.control.cel.check.Dictionary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Finds in its file what each control of a catalogue was compiled from. */
final class WrittenControls {

    private final Catalogue catalogue;
    private final List<WrittenControl> found = new ArrayList<>();

    private WrittenControls(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static List<WrittenControl> of(Catalogue catalogue, Collection<TextFile> files) {
        var controls = new WrittenControls(catalogue);
        files.stream()
                .filter(file -> !file.examples())
                .sorted(Comparator.comparing(TextFile::name))
                .forEach(controls::read);
        return controls.found;
    }

    private void read(TextFile file) {
        var problems = new FileProblems();
        var root = new YamlFile(file, problems)
                .read()
                .map(mapping -> new Section(file, "", mapping, problems))
                .orElseThrow();
        var dictionary = NewerWords.read(root);
        root.items("controls")
                .forEach(
                        item -> found.add(control(root.section("controls", item).orElseThrow(), dictionary)));
    }

    private WrittenControl control(Section section, Dictionary dictionary) {
        var judge = Objects.requireNonNull(catalogue.judges().get(new ControlId(section.text("id"))));
        var conditions = judge.targets().stream()
                .map(Target::type)
                .map(type -> new WrittenCondition(
                        type,
                        section.findSection("on")
                                .flatMap(on -> on.findSection(type.name()))
                                .orElse(section),
                        judge.control().parameters(),
                        dictionary))
                .toList();
        return new WrittenControl(judge, section.file().name(), section, conditions);
    }
}
