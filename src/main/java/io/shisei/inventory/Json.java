package io.shisei.inventory;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that the database keeps. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Gap>> GAPS = new TypeReference<>() {};

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Integers come back as {@code Integer} or {@code Long}, whichever holds them. */
    public static Map<String, Object> fields(String json) {
        return MAPPER.readValue(json, FIELDS);
    }

    public static Map<String, String> texts(String json) {
        return MAPPER.readValue(json, TEXTS);
    }

    public static Map<String, Gap> gaps(String json) {
        return MAPPER.readValue(json, GAPS);
    }

    public static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** SQL's null for null. */
    public static @Nullable String orNull(@Nullable Object value) {
        return value == null ? null : write(value);
    }

    /** Null for SQL's null. */
    public static @Nullable Gap gap(@Nullable String json) {
        return json == null ? null : MAPPER.readValue(json, Gap.class);
    }
}
