package io.shisei.control.cel.function;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.Struct;
import java.util.Map;

/**
 * What AWS publishes in tables and conditions ask for: versions and runtimes that are supported. Each is a field of the
 * variable {@code tables}.
 *
 * @param types what stands in each table, by its name
 * @param values as documents have them
 */
public record Tables(Map<String, FieldType> types, Map<String, Object> values) {

    public static final Tables NONE = new Tables(Map.of(), Map.of());

    public Struct shape() {
        return new Struct("tables", () -> types);
    }
}
