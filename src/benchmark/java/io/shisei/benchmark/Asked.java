package io.shisei.benchmark;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A request to AWS: whom it was signed for, and what it asks. Forms and query strings are both {@code parameters}. */
record Asked(String service, String region, String path, String target, Map<String, String> parameters, String body) {

    private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/([^/]+)/");

    static Asked of(HttpExchange exchange) throws IOException {
        var signed = SCOPE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        var known = signed.find();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var parameters = new TreeMap<String, String>();
        read(exchange.getRequestURI().getRawQuery(), parameters);
        if (!body.startsWith("{")) {
            read(body, parameters);
        }
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        return new Asked(
                known ? signed.group(2) : "",
                known ? signed.group(1) : "",
                exchange.getRequestURI().getPath(),
                target == null ? "" : target.substring(target.indexOf('.') + 1),
                parameters,
                body);
    }

    private static void read(String form, Map<String, String> parameters) {
        if (form == null || form.isEmpty()) {
            return;
        }
        for (var pair : form.split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The first of the page that a token stands for. */
    static int from(String token) {
        return token == null || token.isEmpty() ? 0 : Integer.parseInt(token.substring("page-".length()));
    }

    static String token(int from) {
        return "page-" + from;
    }
}
