package io.shisei.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One place of a document that changed.
 *
 * @param path as in {@code IpPermissions[0].IpRanges[0].CidrIp}; of what was taken out of a list its former place
 * @param before null where it was not there
 * @param after null where it is not there any more
 */
public record DocumentDifference(
        String path, @Nullable Object before, @Nullable Object after) {

    private static final Pattern WORD = Pattern.compile("[\\w-]+");

    /** What differs between two values of {@code path}, as deep inside as both have the same structure. */
    public static List<DocumentDifference> between(String path, @Nullable Object before, @Nullable Object after) {
        var found = new ArrayList<DocumentDifference>();
        compare(path, structure(before), structure(after), found);
        return List.copyOf(found);
    }

    private static void compare(
            String path, @Nullable Object before, @Nullable Object after, List<DocumentDifference> found) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            fields(path, old, now, found);
        } else if (before instanceof List<?> old && after instanceof List<?> now) {
            members(path, old, now, found);
        } else {
            found.add(new DocumentDifference(path, before, after));
        }
    }

    private static void fields(String path, Map<?, ?> before, Map<?, ?> after, List<DocumentDifference> found) {
        var keys = new TreeSet<String>();
        before.keySet().forEach(key -> keys.add((String) key));
        after.keySet().forEach(key -> keys.add((String) key));
        for (var key : keys) {
            var step = WORD.matcher(key).matches() ? "." + key : "[\"" + key + "\"]";
            compare(path + step, structure(before.get(key)), structure(after.get(key)), found);
        }
    }

    /** What stands the same at both ends stays; between them, the one takes the other's place. */
    private static void members(String path, List<?> before, List<?> after, List<DocumentDifference> found) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && Objects.equals(before.get(start), after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && Objects.equals(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
            end++;
        }
        for (int i = start; i < Math.max(before.size(), after.size()) - end; i++) {
            compare(path + "[" + i + "]", member(before, i, end), member(after, i, end), found);
        }
    }

    private static @Nullable Object member(List<?> list, int index, int end) {
        return index < list.size() - end ? structure(list.get(index)) : null;
    }

    /** A policy is JSON inside of a text. */
    private static @Nullable Object structure(@Nullable Object value) {
        if (value instanceof String text && text.startsWith("{")) {
            try {
                return new HashMap<>(Json.fields(text));
            } catch (JacksonException noJson) {
                return text;
            }
        }
        return value;
    }
}
