package io.shisei.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Bodies have no other fields than those that are described: we refuse what we do not know. */
@Component
class Requests implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(operation -> operation.getRequestBody())
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().values().stream())
                .forEach(content -> close(content.getSchema(), api));
    }

    private static void close(Schema<?> schema, OpenAPI api) {
        var closed = schema.get$ref() == null
                ? schema
                : api.getComponents().getSchemas().get(schema.get$ref().substring("#/components/schemas/".length()));
        if (closed != null && closed.getProperties() != null) {
            closed.setAdditionalProperties(Boolean.FALSE);
        }
    }
}
