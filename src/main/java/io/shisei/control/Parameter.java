package io.shisei.control;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that an operator may set for a control.
 *
 * @param type {@code int}, {@code double}, {@code string}, {@code bool}, {@code list(int)}, {@code list(string)} or
 *     {@code list(range)}
 * @param defaultValue a {@code Long}, {@code Double}, {@code String}, {@code Boolean} or {@code List} of them; a range of
 *     several numbers is a text; null: it is not set unless an operator sets it
 * @param limits what values it may have
 */
public record Parameter(String type, @Nullable Object defaultValue, Limits limits) {

    public static final Map<String, FieldType> TYPES = Map.of(
            "int",
            Scalar.INT,
            "double",
            Scalar.DOUBLE,
            "string",
            Scalar.STRING,
            "bool",
            Scalar.BOOL,
            "list(int)",
            new ListOf(Scalar.INT),
            "list(string)",
            new ListOf(Scalar.STRING),
            "list(range)",
            new ListOf(Range.SHAPE));

    public Parameter {
        if (!TYPES.containsKey(type)) {
            throw new IllegalArgumentException(
                    "'" + type
                            + "' is not a type of parameters; these are: int, double, string, bool, list(int), list(string), list(range)");
        }
        defaultValue = defaultValue == null ? null : limits.check(type, defaultValue);
    }

    /** A parameter without limits. */
    public Parameter(String type, @Nullable Object defaultValue) {
        this(type, defaultValue, Limits.NONE);
    }

    /**
     * The value as it is stored and shown; null, of a parameter without default, sets nothing.
     *
     * @throws IllegalArgumentException when it is not of the type, or out of the limits
     */
    @Nullable
    public Object valid(@Nullable Object value) {
        return value == null && defaultValue == null ? null : limits.check(type, value);
    }

    /** A valid value as conditions see it. */
    Object seen(Object valid) {
        return type.equals("list(range)") && valid instanceof List<?> ranges ? Range.merged(ranges) : valid;
    }

    public FieldType fieldType() {
        return Objects.requireNonNull(TYPES.get(type));
    }

    /**
     * What values a parameter may have, for lists each of their values; null where anything goes.
     *
     * @param min the least number, or the least length of a text
     * @param allowed all values there are
     * @param minSize the least number of values in a list
     */
    public record Limits(
            @Nullable Number min,
            @Nullable Number max,
            @Nullable List<Object> allowed,
            @Nullable Long minSize,
            @Nullable Long maxSize) {

        /** Where the catalogue says nothing. */
        private static final Long VALUES = (long) io.shisei.refusal.Limits.VALUES;

        private static final Long LENGTH = (long) io.shisei.refusal.Limits.ARN;

        public static final Limits NONE = new Limits(null, null, null, null, null);

        private Object check(String type, @Nullable Object value) {
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
}
