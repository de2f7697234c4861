package io.shisei.fuzz;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Finds out what can be asked: of the API from its own description, of the dashboard from its controllers. */
final class Operations {

    /** What no controller of ours answers. */
    private static final List<Operation> OTHERS = Stream.of(
                    "/actuator/health/liveness",
                    "/actuator/health",
                    "/actuator/prometheus",
                    "/v3/api-docs",
                    "/v3/api-docs.yaml",
                    "/v3/api-docs/swagger-config",
                    "/swagger-ui.html",
                    "/swagger-ui/index.html",
                    "/css/shisei.css",
                    "/nothing",
                    "/api/nothing",
                    "/api/v1/nothing",
                    "/error")
            .map(path -> new Operation("GET", path, List.of("lang"), List.of(), !path.startsWith("/api")))
            .toList();

    private Operations() {}

    static List<Operation> all(JsonNode openApi, RequestMappingHandlerMapping pages) {
        var all = new ArrayList<>(OTHERS);
        openApi.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                all.add(ofApi(path.getKey(), operation.getKey(), operation.getValue(), openApi))));
        pages.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("io.shisei.dashboard")) {
                all.addAll(ofPages(info, method));
            }
        });
        return all;
    }

    private static Operation ofApi(String path, String method, JsonNode operation, JsonNode openApi) {
        var query = operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .map(parameter -> parameter.get("name").asString())
                .toList();
        var schema = operation.at("/requestBody/content/application~1json/schema");
        var body = schema.has("$ref") ? openApi.at(schema.get("$ref").asString().substring(1)) : schema;
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                query,
                List.copyOf(body.path("properties").propertyNames()),
                false);
    }

    private static List<Operation> ofPages(RequestMappingInfo info, HandlerMethod handler) {
        var names = Arrays.stream(handler.getMethodParameters())
                .flatMap(Operations::names)
                .toList();
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream())
                        .map(RequestMethod::asHttpMethod)
                        .map(HttpMethod::name)
                        .map(method -> new Operation(method, path, names, List.of(), true)))
                .toList();
    }

    private static Stream<String> names(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName);
        }
        return parameter.hasParameterAnnotation(RequestParam.class)
                ? Stream.ofNullable(parameter.getParameterName())
                : Stream.of();
    }
}
