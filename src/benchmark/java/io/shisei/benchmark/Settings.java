package io.shisei.benchmark;

import java.util.Map;
import java.util.TreeMap;

/** What a program was told on its command line: {@code name=value}, each with a default. */
record Settings(Map<String, String> given) {

    static Settings of(String... arguments) {
        var given = new TreeMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("write name=value, not " + argument);
            }
            given.put(parts[0].replaceFirst("^-+", ""), parts[1]);
        }
        return new Settings(given);
    }

    int number(String name, int otherwise) {
        return given.containsKey(name) ? Integer.parseInt(given.get(name)) : otherwise;
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    Settings with(String name, Object value) {
        var more = new TreeMap<>(given);
        more.put(name, value.toString());
        return new Settings(more);
    }

    /** The same settings with {@code defaults} where nothing was said. */
    Settings or(String... defaults) {
        var all = new TreeMap<>(of(defaults).given());
        all.putAll(given);
        return new Settings(all);
    }

    String[] arguments() {
        return given.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }
}
