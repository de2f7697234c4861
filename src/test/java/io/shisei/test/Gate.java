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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Stands before an emulated AWS: denies what it is told to, as IAM would, or meddles with single operations. */
public final class Gate implements AutoCloseable {

    /**
     * What the SDK sent.
     *
     * @param operation API and operation, {@code S3 ListBuckets}; empty if it was not the SDK
     * @param protocol as the SDK calls it, {@code rest-xml}
     */
    public record Request(
            String operation, String protocol, String method, URI uri, Map<String, String> headers, byte[] body) {

        /** As {@link OperationName} has it tell by its {@code headers}. */
        public static Request of(Map<String, String> headers, String method, URI uri, byte[] body) {
            var told = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            told.putAll(headers);
            return new Request(
                    told.getOrDefault(OperationName.OPERATION, ""),
                    told.getOrDefault(OperationName.PROTOCOL, ""),
                    method,
                    uri,
                    headers,
                    body);
        }

        /** Whether {@code text} is in its address or body. */
        public boolean contains(String text) {
            return uri.toString().contains(text) || new String(body, StandardCharsets.UTF_8).contains(text);
        }
    }

    /** What is sent back; of a {@code broken} one only the first half, before the connection is closed. */
    public record Reply(int status, String type, byte[] body, boolean broken) {

        public Reply(int status, String type, String body) {
            this(status, type, body.getBytes(StandardCharsets.UTF_8), false);
        }
    }

    /** The emulated AWS behind the gate. */
    public interface Behind {
        Reply answer(Request request) throws IOException, InterruptedException;
    }

    /** Answers in place of AWS; null closes the connection without an answer. */
    public interface Meddler {
        Reply answer(Request request, Behind aws) throws IOException, InterruptedException;
    }

    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");
    private static final Reply DENIED = new Reply(403, "text/xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>1</RequestId></Error>
            """);

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI behind;
    private final Map<String, Meddler> meddlers = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
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

    /** Has {@code meddler} answer every request of {@code operation}, such as {@code S3 ListBuckets}. */
    public void meddle(String operation, Meddler meddler) {
        meddlers.put(operation, meddler);
    }

    public void leaveAlone(String operation) {
        meddlers.remove(operation);
    }

    /** The operations that were asked for so far. */
    public Set<String> seen() {
        return Set.copyOf(seen);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = request(exchange);
            seen.add(request.operation());
            var reply = denied.test(request.uri())
                    ? DENIED
                    : meddlers.getOrDefault(request.operation(), (asked, aws) -> aws.answer(asked))
                            .answer(request, this::forward);
            if (reply != null) {
                answer(exchange, reply);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        var headers = new ConcurrentHashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return Request.of(
                headers,
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestBody().readAllBytes());
    }

    private Reply forward(Request request) throws IOException, InterruptedException {
        var forwarded = HttpRequest.newBuilder(behind.resolve(request.uri()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, value) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase())) {
                forwarded.header(name, value);
            }
        });
        var response = client.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
        var type = response.headers().firstValue("content-type").orElse("text/plain");
        return new Reply(response.statusCode(), type, response.body(), false);
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        var body = reply.body();
        exchange.getResponseHeaders().add("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, reply.broken() ? body.length / 2 : body.length);
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
