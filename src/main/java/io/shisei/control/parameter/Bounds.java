package io.shisei.control.parameter;

import io.shisei.refusal.Limits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What values a parameter may have, for lists each of their values; null where anything goes.
 *
 * @param min the least number, or the least length of a text
 * @param allowed all values there are
 * @param minSize the least number of values in a list
 */
public record Bounds(
        @Nullable Number min,
        @Nullable Number max,
        @Nullable List<Object> allowed,
        @Nullable Long minSize,
        @Nullable Long maxSize) {

    /** Where the catalogue says nothing. */
    private static final Long VALUES = (long) Limits.VALUES;

    private static final Long LENGTH = (long) Limits.ARN;

    public static final Bounds NONE = new Bounds(null, null, null, null, null);

    Object check(String type, @Nullable Object value) {
        if (!type.startsWith("list(")) {
            return checkOne(type, value);
        }
        var element = type.substring("list(".length(), type.length() - 1);
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("should be a list of " + element + ", but is " + value);
        }
        within("the number of values", list.size(), minSize, maxSize == null ? VALUES : maxSize);
        return list.stream().map(item -> checkOne(element, item)).toList();
    }

    private Object checkOne(String type, @Nullable Object value) {
        if (type.equals("range")) {
            return range(value).written();
        }
        var valid = typed(type, value)
                .orElseThrow(() -> new IllegalArgumentException("should be of type " + type + ", but is " + value));
        if (valid instanceof Number number) {
            within("the value", number, min, max);
        } else if (valid instanceof String text) {
            within("the length", text.length(), min, max == null ? LENGTH : max);
        }
        if (allowed != null && !allowed.contains(valid)) {
            throw new IllegalArgumentException(value + " is not one of " + allowed);
        }
        return valid;
    }

    private Range range(@Nullable Object value) {
        var range = Range.of(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "should be a number or a range such as 1020-1025, but is " + value));
        within("the value", range.first(), min, max);
        within("the value", range.last(), min, max);
        return range;
    }

    private static Optional<Object> typed(String type, @Nullable Object value) {
        return switch (type) {
            case "int" -> whole(value);
            case "double" ->
                Optional.ofNullable(value)
                        .filter(Number.class::isInstance)
                        .map(number -> ((Number) number).doubleValue());
            case "bool" -> Optional.<Object>ofNullable(value).filter(Boolean.class::isInstance);
            default -> Optional.<Object>ofNullable(value).filter(String.class::isInstance);
        };
    }

    private static Optional<Object> whole(@Nullable Object value) {
        return value instanceof Long || value instanceof Integer
                ? Optional.of(((Number) value).longValue())
                : Optional.empty();
    }

    private static void within(String what, Number number, @Nullable Number least, @Nullable Number most) {
        var value = number.doubleValue();
        if (least != null && value < least.doubleValue() || most != null && value > most.doubleValue()) {
            throw new IllegalArgumentException(what + " is " + number + ", but should be "
                    + (least == null ? "" : "at least " + least)
                    + (least == null || most == null ? "" : " and ")
                    + (most == null ? "" : "at most " + most));
        }
    }
}
