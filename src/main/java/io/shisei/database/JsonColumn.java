package io.shisei.database;

import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.util.PGobject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values on their way into rows' columns of type {@code jsonb}, and out of them. */
public final class JsonColumn {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonColumn() {}

    public static PGobject of(Object value) {
        var column = new PGobject();
        column.setType("jsonb");
        try {
            column.setValue(MAPPER.writeValueAsString(value));
        } catch (SQLException e) {
            throw new IllegalStateException("a value is only kept, so this does not happen", e);
        }
        return column;
    }

    /** Of a column that is never null. */
    public static <T> T read(PGobject column, TypeReference<T> type) {
        return MAPPER.readValue(Objects.requireNonNull(column.getValue()), type);
    }
}
