package io.shisei.api.openapi;

import io.shisei.api.problem.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Every status that a call may answer besides its own; all of them are problems. */
@Component
class Answers implements OpenApiCustomizer {

    private static final Map<Integer, String> MEANINGS = Map.of(
            403,
            "This login may not do that; or, of a call that changes something, a page of another site asked for it, as the"
                    + " header `Sec-Fetch-Site` or else `Origin` says; programs send neither",
            415,
            "The body is not sent as `application/json`");

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true)
                .readAllAsResolvedSchema(new AnnotatedType(Problem.class))
                .referencedSchemas
                .forEach(api.getComponents()::addSchemas);
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> describe(operation, method, path.contains("{"))));
    }

    private static void describe(Operation operation, HttpMethod method, boolean ofOne) {
        var statuses = new TreeSet<>(Set.of(400, 401, 403, 405, 406, 429, 500, 503));
        if (ofOne || operation.getTags().contains("Accounts")) {
            statuses.add(404);
        }
        if (method != HttpMethod.GET) {
            statuses.addAll(Set.of(409, 415, 422));
        }
        if (operation.getRequestBody() != null) {
            statuses.add(413);
        }
        if (takesIfMatch(operation)) {
            statuses.add(412);
            statuses.add(428);
        }
        statuses.forEach(status -> operation.getResponses().addApiResponse(status.toString(), problem(status)));
        operation.getResponses().addApiResponse("default", problem("Any other problem (RFC 9457)"));
        var created = operation.getResponses().get("201");
        if (created != null) {
            created.addHeaderObject(
                    "Location", new Header().description("Its URL").schema(new StringSchema()));
        }
    }

    private static boolean takesIfMatch(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static ApiResponse problem(int status) {
        var answer =
                problem(MEANINGS.getOrDefault(status, HttpStatus.valueOf(status).getReasonPhrase()));
        if (status == 401) {
            answer.addHeaderObject(
                    "WWW-Authenticate",
                    new Header().description("How to log in").schema(new StringSchema()));
        }
        return answer;
    }

    private static ApiResponse problem(String description) {
        var schema = new Schema<>().$ref("#/components/schemas/Problem");
        var content = new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(schema));
        return new ApiResponse().description(description).content(content);
    }
}
