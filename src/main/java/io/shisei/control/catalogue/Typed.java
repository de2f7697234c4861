package io.shisei.control.catalogue;

import io.shisei.control.catalogue.Yaml.Entry;
import io.shisei.control.catalogue.Yaml.Mapping;
import io.shisei.control.catalogue.Yaml.Place;
import io.shisei.control.catalogue.Yaml.Sequence;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.util.LinkedHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values of an example, which must be of the types that AWS declares: a misspelt field proves nothing. */
record Typed(Section section, Dictionary dictionary) {

    Object value(String name, @Nullable FieldType type, Entry entry) {
        if (type == null) {
            section.problem(entry.place(), "there is no field '" + name + "' in AWS's answer: correct it");
            return "";
        }
        return value(name, type, entry.value());
    }

    private Object value(String name, FieldType type, Yaml value) {
        if (type instanceof Scalar scalar) {
            return scalar(name, scalar, value);
        }
        if (type instanceof Words words && value.plain() instanceof String text) {
            return word(words, text, value.place());
        }
        if (type instanceof ListOf list && value instanceof Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> value(name, list.element(), item))
                    .toList();
        }
        if (type instanceof MapOf map && value instanceof Mapping mapping) {
            return map(map, mapping);
        }
        if (type instanceof Struct struct && value instanceof Mapping mapping) {
            return fields(mapping, key -> struct.fields().get(key));
        }
        return wrong(name, type, value);
    }

    private String word(Words words, String text, Place place) {
        if (!dictionary.knows(words, text)) {
            section.problem(place, dictionary.unknown(words, text));
        }
        return text;
    }

    private Object map(MapOf map, Mapping mapping) {
        if (map.key() instanceof Words words) {
            mapping.entries().forEach((key, entry) -> word(words, key, entry.place()));
        }
        return fields(mapping, key -> map.value());
    }

    private Object fields(Mapping mapping, Function<String, @Nullable FieldType> types) {
        var fields = new LinkedHashMap<String, Object>();
        mapping.entries().forEach((key, entry) -> fields.put(key, value(key, types.apply(key), entry)));
        return fields;
    }

    private Object scalar(String name, Scalar type, Yaml value) {
        var plain = value.plain();
        var fits = switch (type) {
            case STRING, BYTES, TIMESTAMP -> plain instanceof String;
            case BOOL -> plain instanceof Boolean;
            case INT -> plain instanceof Long;
            case DOUBLE -> plain instanceof Number;
            case ANY -> plain != null;
        };
        return fits && plain != null ? plain : wrong(name, type, value);
    }

    private Object wrong(String name, FieldType type, Yaml value) {
        section.problem(value.place(), "'" + name + "' should be " + type + ", but is " + value.kind());
        return "";
    }
}
