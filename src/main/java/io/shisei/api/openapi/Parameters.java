package io.shisei.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.Consumer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What the values in URLs look like, the same in every call; none of them is ever null, and repeating one does no harm. */
@Component
class Parameters implements OpenApiCustomizer {

    private static final String ACCOUNT = "^[0-9]{12}$";
    private static final String CONTROL = "^[A-Za-z][A-Za-z0-9]{0,31}\\.[0-9]{1,4}$";

    private static final Map<String, Consumer<Schema<?>>> VALUES = Map.of(
            "accountId", value -> value.setPattern(ACCOUNT),
            "controlId", value -> value.setPattern(CONTROL),
            "partition", value -> value.setPattern("^(aws|aws-cn|aws-us-gov)$"));

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .forEach(Parameters::describe);
    }

    private static void describe(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        if (schema.getTypes() != null) {
            var types = new LinkedHashSet<>(schema.getTypes());
            types.remove("null");
            schema.setTypes(types);
        }
        schema.setUniqueItems(null);
        if (schema.getItems() != null) {
            schema.setItems(element(schema.getItems())); // springdoc shares one schema among all lists
        }
        var value = schema.getItems() == null ? schema : schema.getItems();
        VALUES.getOrDefault(parameter.getName(), ignored -> {}).accept(value);
    }

    private static Schema<?> element(Schema<?> shared) {
        return shared.getEnum() == null ? new StringSchema().pattern("\\S") : shared;
    }
}
