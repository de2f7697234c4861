package io.shisei.dashboard;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what people type into text fields. */
public final class Words {
    private Words() {}

    /** The text without spaces around it; null when nothing is left. */
    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The words between commas and spaces. */
    public static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("[,、\\s]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** As {@link #list}; null when there is none. */
    public static @Nullable List<String> listOrNull(@Nullable String text) {
        var words = list(text);
        return words.isEmpty() ? null : words;
    }

    /** The lines that are not blank, without spaces around them. */
    public static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** As {@link #lines}; null when there is none. */
    public static @Nullable List<String> linesOrNull(@Nullable String text) {
        var lines = text == null ? List.<String>of() : lines(text);
        return lines.isEmpty() ? null : lines;
    }

    /** One a line. */
    public static String joinLines(@Nullable Collection<?> lines) {
        return lines == null
                ? ""
                : String.join("\n", lines.stream().map(String::valueOf).toList());
    }

    public static String join(@Nullable Collection<?> words) {
        return words == null
                ? ""
                : String.join(", ", words.stream().map(String::valueOf).toList());
    }
}
