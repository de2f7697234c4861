package io.shisei.inventory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a resource as AWS answered it: names are the AWS API's own, values are typed by
 * {@link FieldType}, nulls never occur.
 *
 * @param gaps by top-level field, what could not be read; a list or map that is set beside its gap is incomplete; the key {@link #WHOLE} stands for every field that is not set
 */
public record Document(Map<String, Object> fields, Map<String, Gap> gaps) {

    /** The key of a gap that covers all fields not set. */
    public static final String WHOLE = "";

    /** Why {@code field} could not be read; null when it was, or is not set. */
    public @Nullable Gap gap(String field) {
        if (gaps.isEmpty()) {
            return null;
        }
        var gap = gaps.get(field);
        return gap != null || fields.containsKey(field) ? gap : gaps.get(WHOLE);
    }

    public static Document of(Map<String, Object> fields) {
        return new Document(fields, Map.of());
    }
}
