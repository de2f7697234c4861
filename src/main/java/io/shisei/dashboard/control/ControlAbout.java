package io.shisei.dashboard.control;

import io.shisei.control.Control;
import io.shisei.control.Difference;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.dashboard.Documents;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a control is, whatever it finds. */
record ControlAbout(
        String id,
        String title,
        Severity severity,
        Category category,
        @Nullable Difference differs,
        List<String> resourceTypes,
        List<String> actions,
        List<ExampleGroup> examples,
        @Nullable LocalDate retired) {

    static ControlAbout of(Control control, Collection<Standard> standards, Documents documents, Locale locale) {
        return new ControlAbout(
                control.id().value(),
                control.title().in(locale),
                control.severity(),
                Category.of(control.category()),
                control.differs(),
                control.types(),
                List.copyOf(new TreeSet<>(control.actions())),
                ExampleGroup.of(control.examples(), documents, locale),
                standards.stream()
                        .map(standard -> standard.retired().get(control.id()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }
}
