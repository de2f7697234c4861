package io.shisei.control.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of YAML that knows where it stands in its file. */
public sealed interface Yaml {

    Place place();

    /** What it is called in messages. */
    String kind();

    /** The same without places: maps, lists, texts, numbers and truths. */
    @Nullable
    Object plain();

    /** A text, a {@code Long}, a {@code Double}, a truth or null. */
    record Scalar(Place place, @Nullable Object value) implements Yaml {
        @Override
        public String kind() {
            return value == null ? "nothing" : "'" + value + "'";
        }

        @Override
        public @Nullable Object plain() {
            return value;
        }
    }

    record Sequence(Place place, List<Yaml> items) implements Yaml {
        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public Object plain() {
            return items.stream().map(Yaml::plain).toList();
        }
    }

    record Mapping(Place place, Map<String, Entry> entries) implements Yaml {
        @Override
        public String kind() {
            return "a mapping";
        }

        @Override
        public Map<String, @Nullable Object> plain() {
            var plain = new LinkedHashMap<String, @Nullable Object>();
            entries.forEach((key, entry) -> plain.put(key, entry.value().plain()));
            return plain;
        }
    }

    /** A key with its value; {@code place} is the key's. */
    record Entry(Place place, Yaml value) {}

    /** A position in a file; line and column count from 1. */
    record Place(int line, int column) {}
}
