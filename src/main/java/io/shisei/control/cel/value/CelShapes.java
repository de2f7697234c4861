package io.shisei.control.cel.value;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shapes of structures by name, and what their field types are in CEL. Who comes to know a structure comes to know
 * those of its fields by name, no more: AWS has some ten thousand, and to look into each takes the longest part of a start.
 */
public final class CelShapes implements CelTypeProvider {

    private final Map<String, Shape> byName = new ConcurrentHashMap<>();

    public Shape of(Struct struct) {
        return byName.computeIfAbsent(struct.name(), name -> new Shape(struct, this));
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return byName.values().stream().map(Shape::type).collect(ImmutableList.toImmutableList());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(byName.get(name)).map(Shape::type);
    }

    Shape.Field field(FieldType type) {
        return new Shape.Field(typeOf(type), zero(type), reader(type));
    }

    static CelType typeOf(FieldType type) {
        return switch (type) {
            case Scalar scalar ->
                switch (scalar) {
                    case STRING, BYTES -> SimpleType.STRING;
                    case BOOL -> SimpleType.BOOL;
                    case INT -> SimpleType.INT;
                    case DOUBLE -> SimpleType.DOUBLE;
                    case TIMESTAMP -> SimpleType.TIMESTAMP;
                    case ANY -> SimpleType.DYN;
                };
            case Words ignored -> SimpleType.STRING;
            case ListOf list -> ListType.create(typeOf(list.element()));
            case MapOf map -> MapType.create(SimpleType.STRING, typeOf(map.value()));
            case Struct struct -> StructTypeReference.create(struct.name());
        };
    }

    private Object zero(FieldType type) {
        return switch (type) {
            case Scalar scalar ->
                switch (scalar) {
                    case STRING, BYTES -> "";
                    case BOOL -> false;
                    case INT -> 0L;
                    case DOUBLE -> 0.0;
                    case TIMESTAMP -> Instant.EPOCH;
                    case ANY -> Map.of();
                };
            case Words ignored -> "";
            case ListOf ignored -> List.of();
            case MapOf ignored -> Map.of();
            case Struct struct -> new StructView(of(struct), Map.of());
        };
    }

    private Shape.Reader reader(FieldType type) {
        return switch (type) {
            case Scalar scalar ->
                switch (scalar) {
                    case STRING, BYTES -> String.class::cast;
                    case BOOL -> Boolean.class::cast;
                    case INT -> value -> value instanceof Long whole ? whole : (Object) ((Number) value).longValue();
                    case DOUBLE -> value -> ((Number) value).doubleValue();
                    case TIMESTAMP -> value -> Instant.parse((String) value);
                    case ANY -> value -> value;
                };
            case Words ignored -> String.class::cast;
            case ListOf list -> listReader(reader(list.element()));
            case MapOf map -> mapReader(reader(map.value()));
            case Struct struct -> structReader(of(struct));
        };
    }

    private static Shape.Reader listReader(Shape.Reader element) {
        return value -> {
            var source = (List<?>) value;
            var read = new ArrayList<Object>(source.size());
            for (int i = 0; i < source.size(); i++) {
                read.add(element.read(source.get(i)));
            }
            return read;
        };
    }

    private static Shape.Reader mapReader(Shape.Reader element) {
        return value -> {
            var read = new LinkedHashMap<Object, Object>();
            ((Map<?, ?>) value).forEach((key, item) -> read.put(key, element.read(item)));
            return read;
        };
    }

    @SuppressWarnings("unchecked") // a document's structures are maps with text keys
    private static Shape.Reader structReader(Shape shape) {
        return value -> new StructView(shape, (Map<String, Object>) value);
    }
}
