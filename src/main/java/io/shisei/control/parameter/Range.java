package io.shisei.control.parameter;

import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whole numbers from the first to the last, as parameters name them: {@code 443} or {@code 1020-1025}. */
record Range(long first, long last) {

    /** How conditions see a range. */
    static final Struct SHAPE = new Struct("params.Range", () -> Map.of("First", Scalar.INT, "Last", Scalar.INT));

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(?:\\s*-\\s*(\\d{1,18}))?");

    /**
     * A number, or a text with one or two; empty for anything else.
     *
     * @throws IllegalArgumentException when the range begins after it ends
     */
    static Optional<Range> of(@Nullable Object value) {
        if (value instanceof Long || value instanceof Integer) {
            var number = ((Number) value).longValue();
            return Optional.of(new Range(number, number));
        }
        var text = TEXT.matcher(value instanceof String written ? written.strip() : "");
        if (!text.matches()) {
            return Optional.empty();
        }
        var first = Long.parseLong(text.group(1));
        var range = new Range(first, text.group(2) == null ? first : Long.parseLong(text.group(2)));
        if (range.last < first) {
            throw new IllegalArgumentException(
                    value + " begins after it ends: write " + new Range(range.last, first).written());
        }
        return Optional.of(range);
    }

    /** As it is stored and shown: a {@code Long}, or a text where there are several numbers. */
    Object written() {
        return first == last ? (Object) first : first + "-" + last;
    }

    /**
     * The same numbers in as few ranges as possible, so that a range is covered by one of them or not at all.
     *
     * @param written ranges as {@link #written} gives them
     */
    static List<Map<String, Object>> merged(List<?> written) {
        var ranges = written.stream()
                .flatMap(value -> of(value).stream())
                .sorted(Comparator.comparingLong(Range::first))
                .toList();
        var merged = new ArrayList<Range>();
        for (var range : ranges) {
            if (!merged.isEmpty() && range.first <= merged.getLast().last + 1) {
                var before = merged.removeLast();
                merged.add(new Range(before.first, Math.max(before.last, range.last)));
            } else {
                merged.add(range);
            }
        }
        return merged.stream()
                .map(range -> Map.<String, Object>of("First", range.first, "Last", range.last))
                .toList();
    }
}
