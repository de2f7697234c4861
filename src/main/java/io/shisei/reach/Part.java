package io.shisei.reach;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A structure inside of a document. */
record Part(Map<?, ?> fields) {

    private static final Part NONE = new Part(Map.of());

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Empty where it is not set. */
    Optional<String> text(String field) {
        return fields.get(field) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    @Nullable
    Long number(String field) {
        return fields.get(field) instanceof Number number ? (Long) number.longValue() : null;
    }

    boolean isTrue(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    Part part(String field) {
        return fields.get(field) instanceof Map<?, ?> map ? new Part(map) : NONE;
    }

    Stream<Part> parts(String list) {
        return list(list).stream().flatMap(it -> it instanceof Map<?, ?> map ? Stream.of(new Part(map)) : Stream.of());
    }

    /** A text of each structure of a list. */
    List<String> texts(String list, String field) {
        return parts(list).flatMap(it -> it.text(field).stream()).toList();
    }

    List<String> texts(String list) {
        return list(list).stream().map(Object::toString).toList();
    }

    private List<?> list(String field) {
        return fields.get(field) instanceof List<?> list ? list : List.of();
    }
}
