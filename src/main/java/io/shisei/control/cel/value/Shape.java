package io.shisei.control.cel.value;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import io.shisei.inventory.FieldType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the fields of a structure are typed in CEL, and read out of a document. */
public final class Shape {

    private final FieldType.Struct struct;
    private final CelShapes shapes;
    private final CelType reference;
    private volatile @Nullable Known known;

    public Shape(FieldType.Struct struct, CelShapes shapes) {
        this.struct = struct;
        this.shapes = shapes;
        this.reference = StructTypeReference.create(struct.name());
    }

    public String name() {
        return struct.name();
    }

    /** The type by its name only. */
    CelType reference() {
        return reference;
    }

    /** The type as CEL's checker wants it. */
    public StructType type() {
        return known().type;
    }

    Field field(String name) {
        var field = known().fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException(name() + " has no field " + name);
        }
        return field;
    }

    // Late, because a shape may contain itself; twice by racing threads does no harm.
    private Known known() {
        var now = known;
        if (now == null) {
            var fields = new HashMap<String, Field>();
            struct.fields().forEach((name, type) -> fields.put(name, shapes.field(type)));
            now = new Known(fields, type(fields));
            known = now;
        }
        return now;
    }

    private StructType type(Map<String, Field> fields) {
        return StructType.create(
                name(),
                ImmutableSet.copyOf(fields.keySet()),
                field -> Optional.ofNullable(fields.get(field)).map(Field::type));
    }

    private record Known(Map<String, Field> fields, StructType type) {}

    /** One field: its type, what it reads as where AWS left it unset, and how its value is read. */
    record Field(CelType type, Object zero, Reader reader) {}

    /** Turns a value of a document into one of CEL. */
    interface Reader {
        Object read(Object value);
    }
}
