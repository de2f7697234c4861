package io.shisei.control.setting;

import io.shisei.inventory.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a control at one level; what is not said comes from the level around it.
 *
 * @param parameters by name
 */
public record Values(@Nullable Boolean enabled, Map<String, Object> parameters) {

    public static final Values NONE = new Values(null, Map.of());

    public boolean saysNothing() {
        return enabled == null && parameters.isEmpty();
    }

    /** That a control is on everywhere goes without saying. */
    Values at(Level level) {
        return level.everywhere() && Boolean.TRUE.equals(enabled) ? new Values(null, parameters) : this;
    }

    /** Also where one was read from the database, which tells no kinds of numbers apart. */
    boolean isSameAs(Values other) {
        return written().equals(other.written());
    }

    private String written() {
        return Json.write(new Values(enabled, new TreeMap<>(parameters)));
    }

    /** These with what is not null in {@code enabled} and what is named in {@code values}, of which null takes away. */
    public Values with(@Nullable Boolean switched, Map<String, ? extends @Nullable Object> values) {
        var all = new LinkedHashMap<>(parameters);
        values.forEach((name, value) -> {
            if (value == null) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        return new Values(switched == null ? enabled : switched, all);
    }
}
