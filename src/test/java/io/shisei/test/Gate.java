package io.shisei.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Stands before an emulated AWS and denies what it is told to, as IAM would. */
public final class Gate implements AutoCloseable {

    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");
    private static final String DENIED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>1</RequestId></Error>
            """;

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI behind;
    private volatile Predicate<URI> denied = uri -> false;

    /** Opens a gate before {@code behind}; the SDK of this JVM goes through it from now on. */
    public Gate(URI behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        System.setProperty(
                "aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void deny(Predicate<URI> requests) {
        denied = requests;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (denied.test(exchange.getRequestURI())) {
                answer(exchange, 403, DENIED.getBytes(StandardCharsets.UTF_8));
            } else {
                forward(exchange);
            }
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase())) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers()
                    .firstValue("content-type")
                    .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
