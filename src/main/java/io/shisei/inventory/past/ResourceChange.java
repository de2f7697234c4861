package io.shisei.inventory.past;

import static java.util.stream.Collectors.toMap;

import io.shisei.database.Instants;
import io.shisei.inventory.Document;
import io.shisei.inventory.DocumentDifference;
import io.shisei.inventory.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** What a change of a resource replaced, as it is stored. */
record ResourceChange(
        long id,
        Instant at,
        boolean first,
        @Nullable Instant goneAt,
        Map<String, Replaced> fields,
        Map<String, Replaced> labels,
        Set<String> unread) {

    private static final TypeReference<Map<String, Replaced>> REPLACED = new TypeReference<>() {};

    /** Null where there was nothing, or is nothing any more. */
    record Replaced(@Nullable Object before, @Nullable Object after) {}

    static ResourceChange of(ResultSet row, int number) throws SQLException {
        return new ResourceChange(
                row.getLong("id"),
                Instants.read(row, "at"),
                row.getBoolean("first_known"),
                Instants.readOrNull(row, "gone_at"),
                Json.read(row.getString("fields"), REPLACED),
                Json.read(row.getString("labels"), REPLACED),
                Set.of((String[]) row.getArray("unread").getArray()));
    }

    /** Brings what was before back into what came after. */
    static void undo(Map<String, Replaced> change, Map<String, Object> state) {
        change.forEach((key, replaced) -> {
            if (replaced.before() == null) {
                state.remove(key);
            } else {
                state.put(key, replaced.before());
            }
        });
    }

    /** @param moving the fields of which nothing is told */
    ResourceVersion version(Set<String> moving) {
        return new ResourceVersion(id, at, first, goneAt, differences(moving), unread);
    }

    private List<DocumentDifference> differences(Set<String> moving) {
        var found = new ArrayList<DocumentDifference>();
        new TreeMap<>(fields).forEach((field, replaced) -> {
            if (!moving.contains(field) && !unread.contains(field) && !unread.contains(Document.WHOLE)) {
                found.addAll(DocumentDifference.between(field, replaced.before(), replaced.after()));
            }
        });
        new TreeMap<>(labels)
                .forEach((label, replaced) -> found.addAll(DocumentDifference.between(
                        "$" + label, readable(label, replaced.before()), readable(label, replaced.after()))));
        return List.copyOf(found);
    }

    /** Messages of gaps are left out: AWS puts request ids into some. */
    private static @Nullable Object readable(String label, @Nullable Object value) {
        return value == null || !label.equals("gaps")
                ? value
                : Json.gaps(Json.write(value)).entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, gap -> gap.getValue().summary()));
    }
}
