package io.shisei.control.cel.value;

import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** A structure of a document as CEL sees it: fields are read when they are selected, unset ones as their zero value. */
public class StructView extends StructValue<String, StructView> {

    private final Shape shape;
    private final Map<String, Object> fields;

    public StructView(Shape shape, Map<String, Object> fields) {
        this.shape = shape;
        this.fields = fields;
    }

    /** The structure as it stands in the document. */
    public Map<String, Object> fields() {
        return fields;
    }

    @Override
    public Object select(String name) {
        var field = shape.field(name);
        var value = fields.get(name);
        return value == null ? field.zero() : read(name, field, value);
    }

    @Override
    public Optional<Object> find(String name) {
        var value = fields.get(name);
        return value == null ? Optional.empty() : Optional.of(read(name, shape.field(name), value));
    }

    private Object read(String name, Shape.Field field, Object value) {
        try {
            return field.reader().read(value);
        } catch (ClassCastException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    shape.name() + "." + name + " should be " + field.type().name() + " but is " + value, e);
        }
    }

    @Override
    public StructView value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return fields.isEmpty();
    }

    @Override
    public CelType celType() {
        return shape.reference();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StructView that && shape.name().equals(that.shape.name()) && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
