package io.shisei.control;

import io.shisei.control.Parameter.Limits;
import io.shisei.control.Yaml.Entry;
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
        var standard = section.require("default");
        if (type.isEmpty() || standard.isEmpty()) {
            return Optional.empty();
        }
        try {
            var value = standard.get().plain();
            return Optional.of(new Parameter(type, value == null ? "null" : value, limits(section)));
        } catch (IllegalArgumentException e) {
            var place = Parameter.TYPES.containsKey(type) ? standard.get().place() : entry.place();
            section.problem(place, "parameter '" + name + "': " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Limits limits(Section section) {
        return new Limits(
                number(section, "min"),
                number(section, "max"),
                allowed(section),
                number(section, "minSize"),
                number(section, "maxSize"));
    }

    private static @Nullable Long number(Section section, String key) {
        var value = section.find(key);
        if (value.isPresent() && !(value.get().plain() instanceof Long)) {
            section.problem(
                    value.get().place(),
                    "'" + key + "' should be a whole number, but is "
                            + value.get().kind());
        }
        return value.map(Yaml::plain)
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .orElse(null);
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
