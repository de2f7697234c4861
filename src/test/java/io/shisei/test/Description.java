package io.shisei.test;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's own description, against which its answers are held: status, type, and every field of the body. */
public final class Description {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private record Path(PathPattern pattern, JsonNode operations) {}

    private final JsonNode components;
    private final List<Path> paths;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    public Description(JsonNode openApi) {
        this.components = openApi.get("components").deepCopy();
        components.get("schemas").forEach(Description::close);
        this.paths = openApi.get("paths").properties().stream()
                .map(path -> new Path(PathPatternParser.defaultInstance.parse(path.getKey()), path.getValue()))
                .sorted(Comparator.comparing(Path::pattern))
                .toList();
    }

    /** An answer says nothing that is not described. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    /** What {@code answer} says, or how, other than described; empty when nothing. */
    public List<String> violations(String method, String path, int status, @Nullable String type, String body) {
        return operation(method, path)
                .map(operation -> violations(operation, status, type, body))
                .orElseGet(() -> unknown(status, type, body));
    }

    private Optional<JsonNode> operation(String method, String path) {
        if (path.indexOf('%') >= 0) { // Encoded, or meant to look so: known paths are none of these.
            return Optional.empty();
        }
        var asked = PathContainer.parsePath(path);
        return paths.stream()
                .filter(known -> known.pattern().matches(asked))
                .findFirst()
                .map(known -> known.operations().get(method.toLowerCase(Locale.ROOT)));
    }

    private List<String> violations(JsonNode operation, int status, @Nullable String type, String body) {
        var responses = operation.get("responses");
        var described = Optional.ofNullable(responses.get(Integer.toString(status)));
        if (described.isEmpty() && status < 400) {
            return List.of("status " + status + " is not described");
        }
        var content = described.orElse(responses.get("default")).path("content");
        if (content.isEmpty()) {
            return body.isEmpty() ? List.of() : List.of("no body is described, but there is one");
        }
        return content.properties().stream()
                .filter(known -> type != null
                        && MediaType.parseMediaType(known.getKey()).includes(MediaType.parseMediaType(type)))
                .findFirst()
                .map(known ->
                        isJson(known.getKey()) ? validate(known.getValue().get("schema"), body) : List.<String>of())
                .orElseGet(() -> List.of("type " + type + " is not described for status " + status));
    }

    /** Where there is no such operation, a problem says so. */
    private List<String> unknown(int status, @Nullable String type, String body) {
        return status >= 400 && MediaType.APPLICATION_PROBLEM_JSON_VALUE.equals(type)
                ? validate(JsonMapper.shared().readTree("{\"$ref\": \"#/components/schemas/Problem\"}"), body)
                : status < 400 ? List.of() : List.of("type " + type + " is none of a problem");
    }

    private static boolean isJson(String type) {
        return type.endsWith("/json") || type.endsWith("+json");
    }

    private List<String> validate(JsonNode schema, String body) {
        try {
            var json = JsonMapper.shared().readTree(body);
            return schemas
                    .computeIfAbsent(schema, this::compile)
                    .validate(json, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (JacksonException notJson) {
            return List.of("the body is no JSON");
        }
    }

    private Schema compile(JsonNode schema) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", components);
        return SCHEMAS.getSchema(whole);
    }
}
