package io.shisei.control.catalogue;

import io.shisei.control.catalogue.Yaml.Entry;
import io.shisei.control.parameter.Bounds;
import io.shisei.control.parameter.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a control. */
final class ParameterFile {

    private static final Set<String> KEYS = Set.of("type", "default", "min", "max", "allowed", "minSize", "maxSize");

    private ParameterFile() {}

    static Map<String, Parameter> read(Section control) {
        var parameters = new LinkedHashMap<String, Parameter>();
        control.entries("parameters")
                .forEach((name, entry) -> control.section(name, entry.value())
                        .flatMap(section -> parameter(section, name, entry))
                        .ifPresent(parameter -> parameters.put(name, parameter)));
        return parameters;
    }

    private static Optional<Parameter> parameter(Section section, String name, Entry entry) {
        section.allow(KEYS);
        var type = section.text("type");
        var standard = section.find("default");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        try {
            var value = standard.map(there -> there.plain() == null ? "null" : there.plain());
            return Optional.of(new Parameter(type, value.orElse(null), limits(section)));
        } catch (IllegalArgumentException e) {
            var place = standard.filter(there -> Parameter.TYPES.containsKey(type))
                    .map(Yaml::place)
                    .orElse(entry.place());
            section.problem(place, "parameter '" + name + "': " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Bounds limits(Section section) {
        return new Bounds(
                limit(section, "min"),
                limit(section, "max"),
                allowed(section),
                size(section, "minSize"),
                size(section, "maxSize"));
    }

    private static @Nullable Number limit(Section section, String key) {
        return number(section, key, Number.class, "a number");
    }

    private static @Nullable Long size(Section section, String key) {
        return number(section, key, Long.class, "a whole number");
    }

    private static <N extends Number> @Nullable N number(Section section, String key, Class<N> type, String what) {
        var value = section.find(key);
        if (value.isPresent() && !type.isInstance(value.get().plain())) {
            section.problem(
                    value.get().place(),
                    "'" + key + "' should be " + what + ", but is "
                            + value.get().kind());
        }
        return value.map(Yaml::plain).filter(type::isInstance).map(type::cast).orElse(null);
    }

    private static @Nullable List<Object> allowed(Section section) {
        if (section.find("allowed").isEmpty()) {
            return null;
        }
        return section.items("allowed").stream()
                .<Object>mapMulti((item, take) -> {
                    var value = item.plain();
                    if (value != null) {
                        take.accept(value);
                    }
                })
                .toList();
    }
}
