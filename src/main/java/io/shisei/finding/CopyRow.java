package io.shisei.finding;

import io.shisei.inventory.Gap;
import io.shisei.inventory.Json;
import io.shisei.inventory.Resource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Rows in the text format of PostgreSQL's COPY: fields separated by tabs, special characters behind a backslash. */
final class CopyRow {

    private CopyRow() {}

    /**
     * @param reading the number of this reading; of several of one resource the highest is the last
     * @param judged how many controls judged it, inapplicable ones counted
     */
    static String of(long reading, UUID id, int judged, Resource resource) {
        var tags = Json.write(new TreeMap<>(resource.tags()));
        var document = Json.write(resource.document().fields());
        var gaps = new TreeMap<>(resource.document().gaps());
        var digest = uuid(resource.name(), tags, lasting(resource, document), summaries(gaps));
        return of(
                Long.toString(reading),
                id.toString(),
                Integer.toString(judged),
                resource.type().name(),
                resource.arn(),
                resource.name(),
                tags,
                document,
                Json.write(gaps),
                digest.toString());
    }

    /** Without the fields that move by themselves. */
    private static String lasting(Resource resource, String document) {
        var moving = resource.type().moving();
        if (moving.isEmpty()) {
            return document;
        }
        var fields = new LinkedHashMap<>(resource.document().fields());
        fields.keySet().removeAll(moving);
        return Json.write(fields);
    }

    /** Without the messages: AWS puts request ids into some, and then each scan would find each gap changed. */
    private static String summaries(Map<String, Gap> gaps) {
        var text = new StringBuilder();
        gaps.forEach((field, gap) -> text.append(field).append(gap.summary()));
        return text.toString();
    }

    static String of(String... fields) {
        var row = new StringBuilder();
        for (var field : fields) {
            row.append(row.isEmpty() ? "" : "\t");
            escape(field, row);
        }
        return row.append('\n').toString();
    }

    /** PostgreSQL has no character 0, neither in texts nor (written as u0000) in jsonb. */
    private static void escape(String field, StringBuilder row) {
        var text = field.contains("\\u0000") ? field.replace("\\u0000", "\\ufffd") : field;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                case '\0' -> row.append('\uFFFD');
                default -> row.append(c);
            }
        }
    }

    /** The same for the same parts, always. */
    static UUID uuid(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
