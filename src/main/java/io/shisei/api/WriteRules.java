package io.shisei.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes what is asked of every call that changes something, so that no page of another site can make it. */
@Component
class WriteRules implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().forEach(WriteRules::describe);
    }

    private static void describe(PathItem path) {
        path.readOperationsMap().forEach((method, operation) -> {
            if (method != HttpMethod.GET) {
                operation
                        .getResponses()
                        .addApiResponse(
                                "403",
                                OpenApiConfiguration.problem("A page of another site asked for it, as the header"
                                        + " `Sec-Fetch-Site` or else `Origin` says; programs send neither"))
                        .addApiResponse(
                                "415", OpenApiConfiguration.problem("The body is not sent as `application/json`"));
            }
        });
    }
}
