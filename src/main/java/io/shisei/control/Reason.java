package io.shisei.control;

import io.shisei.control.cel.Read;
import io.shisei.inventory.Gap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values that decided as text, {@code ?} for what could not be read. Everything is sorted, so that an
 * unchanged resource has the same reason.
 */
final class Reason {

    static final int LONGEST = 500;

    private Reason() {}

    /** The violations that are proven; what could not be read beside them always fits in. */
    static String ofViolations(List<Object> violations, SortedSet<String> unread) {
        var proven = violations.stream().map(Reason::text).sorted().collect(Collectors.joining(", "));
        if (unread.isEmpty()) {
            return limited(proven, LONGEST);
        }
        var beside = ", " + unread(limited(String.join(", ", unread), LONGEST / 2));
        return limited(proven, LONGEST - beside.length()) + beside;
    }

    /** What keeps a verdict from being known. */
    static String ofCauses(SortedSet<String> causes) {
        return limited(String.join(", ", causes), LONGEST);
    }

    static String ofValues(SortedSet<Read> reads, Function<Read, @Nullable Object> values) {
        return limited(
                reads.stream().map(read -> assignment(read, values.apply(read))).collect(Collectors.joining(", ")),
                LONGEST);
    }

    private static String unread(String cause) {
        return "? (" + cause + ")";
    }

    private static String limited(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    private static String assignment(Read read, @Nullable Object value) {
        if (value instanceof Collection<?> list
                && read.within().isEmpty()
                && list.stream().anyMatch(Map.class::isInstance)) {
            return read.name() + ".size() = " + list.size();
        }
        if (value instanceof Collection<?> list && !read.within().isEmpty()) {
            return read.name() + " = "
                    + list.stream()
                            .map(item -> parts(item, read.within()))
                            .sorted()
                            .collect(Collectors.joining(", ", "[", "]"));
        }
        return read.name() + " = " + (value == null ? "null" : text(value));
    }

    private static String parts(Object item, SortedSet<List<String>> paths) {
        return paths.stream()
                .map(path -> String.join(".", path) + ": " + inside(item, path))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String inside(@Nullable Object value, List<String> path) {
        for (int i = 0; i < path.size() && value instanceof Map<?, ?> map; i++) {
            value = map.get(path.get(i));
        }
        return value == null ? "null" : text(value);
    }

    private static String text(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, String>();
                map.forEach((key, item) -> {
                    if (!blank(item)) {
                        sorted.put(key.toString(), text(item));
                    }
                });
                yield sorted.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
            }
            case Collection<?> list -> list.stream().map(Reason::text).collect(Collectors.joining(", ", "[", "]"));
            case String text -> text.isBlank() ? '"' + text + '"' : text; // blank, nothing would be seen
            case Gap gap -> unread(gap.summary());
            default -> value.toString();
        };
    }

    private static boolean blank(Object value) {
        return value instanceof Collection<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
    }
}
