package io.shisei.control.parameter;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
public record Parameter(String type, @Nullable Object defaultValue, Bounds limits) {

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
        this(type, defaultValue, Bounds.NONE);
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
    public Object seen(Object valid) {
        return type.equals("list(range)") && valid instanceof List<?> ranges ? Range.merged(ranges) : valid;
    }

    public FieldType fieldType() {
        return Objects.requireNonNull(TYPES.get(type));
    }
}
