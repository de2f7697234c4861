package io.shisei.control.cel.value;

import dev.cel.common.values.ErrorValue;
import io.shisei.control.cel.partial.Uncertain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns values of CEL back into those of documents: maps, lists, texts, numbers and truths. Unknown ones are left out. */
public final class PlainValues {

    private PlainValues() {}

    public static List<Object> of(List<?> values) {
        var plain = new ArrayList<Object>(values.size());
        for (var value : values) {
            if (!(value instanceof Uncertain)) {
                plain.add(of(value));
            }
        }
        return plain;
    }

    private static Object of(Object value) {
        return switch (value) {
            case StructView struct -> struct.fields();
            case List<?> list -> of(list);
            case Map<?, ?> map -> of(map);
            case Optional<?> optional -> optional.<Object>map(PlainValues::of).orElse("");
            case ErrorValue error ->
                throw new IllegalArgumentException(error.value().getMessage(), error.value());
            case String text -> text;
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    private static Map<String, Object> of(Map<?, ?> map) {
        var plain = new LinkedHashMap<String, Object>();
        map.forEach((key, item) -> {
            if (!(item instanceof Uncertain)) {
                plain.put(key.toString(), of(item));
            }
        });
        return plain;
    }
}
