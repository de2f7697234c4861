package io.shisei.database;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Rows in the text format of PostgreSQL's COPY: fields separated by tabs, special characters behind a backslash. */
public final class CopyRow {

    private CopyRow() {}

    public static String of(String... fields) {
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
    public static UUID uuid(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
