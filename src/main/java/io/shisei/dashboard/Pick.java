package io.shisei.dashboard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A filter of which several values may be picked.
 *
 * @param name the query parameter; its label is the message {@code filter.<name>}
 * @param chosen how many are picked
 */
public record Pick(String name, List<Option> options, int chosen) {
    /**
     * A value.
     *
     * @param code the message that names it, null where {@code label} does
     * @param count how many it would find; null: nobody knows
     */
    public record Option(
            String value,
            @Nullable String code,
            String label,
            boolean chosen,
            @Nullable Long count) {

        Option(String value, @Nullable String code, boolean chosen) {
            this(value, code, value, chosen, null);
        }
    }

    /** Values named by messages that begin with {@code prefix}. */
    public static Pick of(String name, String prefix, Collection<? extends Enum<?>> values, @Nullable Set<?> chosen) {
        var options = values.stream()
                .map(it -> new Option(it.name(), prefix + it.name(), chosen != null && chosen.contains(it)))
                .toList();
        return counted(name, options);
    }

    /** Values shown as they are; what was chosen stays in the list even if nothing has that value now. */
    public static Pick plain(String name, Collection<String> values, @Nullable Set<String> chosen) {
        var all = new TreeSet<>(values);
        all.addAll(chosen == null ? Set.of() : chosen);
        var options = all.stream()
                .map(it -> new Option(it, null, chosen != null && chosen.contains(it)))
                .toList();
        return counted(name, options);
    }

    /** Words named by messages that begin with {@code prefix}, before values as in {@link #plain}. */
    public static Pick worded(
            String name, String prefix, List<String> words, Collection<String> values, @Nullable Set<String> chosen) {
        var rest = chosen == null
                ? Set.<String>of()
                : chosen.stream().filter(it -> !words.contains(it)).collect(Collectors.toSet());
        var options = Stream.concat(
                words.stream().map(it -> new Option(it, prefix + it, chosen != null && chosen.contains(it))),
                plain(name, values, rest).options().stream());
        return counted(name, options.toList());
    }

    /** The same, with names for values that have one. */
    public Pick labelled(Map<String, String> names) {
        return with(it ->
                new Option(it.value(), it.code(), names.getOrDefault(it.value(), it.label()), it.chosen(), it.count()));
    }

    /** The same, with how many findings each would find, by value; null where it is not known. */
    public Pick counting(Map<String, Long> counts) {
        return with(it -> new Option(it.value(), it.code(), it.label(), it.chosen(), counts.get(it.value())));
    }

    private Pick with(UnaryOperator<Option> change) {
        return new Pick(name, options.stream().map(change).toList(), chosen);
    }

    /** How many values are picked in all of them. */
    public static int chosen(List<Pick> picks) {
        return picks.stream().mapToInt(Pick::chosen).sum();
    }

    public static <T> boolean lets(@Nullable Set<T> chosen, T value) {
        return chosen == null || chosen.isEmpty() || chosen.contains(value);
    }

    private static Pick counted(String name, List<Option> options) {
        return new Pick(
                name, options, (int) options.stream().filter(Option::chosen).count());
    }
}
