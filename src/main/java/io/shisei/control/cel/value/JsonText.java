package io.shisei.control.cel.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that AWS answers in a text, as values of CEL; what is null is left out. */
public final class JsonText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonText() {}

    /** @throws IllegalArgumentException when the text is no JSON, or null */
    public static Object read(String text) {
        try {
            var node = JSON.readTree(text);
            if (!node.isNull() && !node.isMissingNode()) {
                return value(node);
            }
        } catch (JacksonException e) {
            // answered below
        }
        throw new IllegalArgumentException("json: the text is not JSON");
    }

    /** @throws JacksonException when the text is no JSON */
    public static JsonNode tree(String text) {
        return JSON.readTree(text);
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return map(node);
        }
        if (node.isArray()) {
            return list(node);
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        return node.isNumber() ? (Object) node.doubleValue() : node.asString();
    }

    private static Map<String, Object> map(JsonNode node) {
        var map = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                map.put(entry.getKey(), value(entry.getValue()));
            }
        });
        return map;
    }

    private static List<Object> list(JsonNode node) {
        var list = new ArrayList<Object>();
        node.forEach(item -> {
            if (!item.isNull()) {
                list.add(value(item));
            }
        });
        return list;
    }
}
