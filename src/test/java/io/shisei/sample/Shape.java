package io.shisei.sample;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares documents with the shapes that AWS declares. */
final class Shape {

    private Shape() {}

    /** What in {@code value} is not of {@code type}, each with its path. */
    static Stream<String> misfits(String path, Object value, FieldType type) {
        return switch (type) {
            case Scalar scalar -> fits(scalar, value) ? Stream.empty() : misfit(path, value, type);
            case Words words -> words.known().contains(value) ? Stream.empty() : misfit(path, value, type);
            case ListOf list ->
                value instanceof List<?> elements ? all(path, elements, list.element()) : misfit(path, value, type);
            case MapOf map ->
                value instanceof Map<?, ?> entries
                        ? Stream.concat(
                                all(path, entries.keySet(), map.key()), all(path, entries.values(), map.value()))
                        : misfit(path, value, type);
            case Struct struct ->
                value instanceof Map<?, ?> fields
                        ? fields.entrySet().stream().flatMap(field -> misfits(path, field, struct))
                        : misfit(path, value, type);
        };
    }

    private static Stream<String> misfit(String path, Object value, FieldType type) {
        return Stream.of(path + ": " + value + " is not " + type);
    }

    private static Stream<String> misfits(String path, Map.Entry<?, ?> field, Struct struct) {
        var type = struct.fields().get((String) field.getKey());
        var here = path + "." + field.getKey();
        return type == null ? Stream.of(here + " is not a field of " + struct) : misfits(here, field.getValue(), type);
    }

    private static Stream<String> all(String path, Collection<?> list, FieldType type) {
        return list.stream().flatMap(element -> misfits(path + "[]", element, type));
    }

    private static boolean fits(Scalar scalar, Object value) {
        return switch (scalar) {
            case STRING, BYTES -> value instanceof String;
            case BOOL -> value instanceof Boolean;
            case INT -> value instanceof Long;
            case DOUBLE -> value instanceof Double;
            case TIMESTAMP ->
                value instanceof String text && !Instant.parse(text).isAfter(Instant.now());
            case ANY -> true;
        };
    }
}
