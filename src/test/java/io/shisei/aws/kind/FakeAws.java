package io.shisei.aws.kind;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An endpoint that answers every request as it is told, and counts them. The SDK of this JVM talks to it meanwhile. */
public final class FakeAws implements AutoCloseable {

    private static final List<String> SETTINGS =
            List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey", "aws.region");

    /** What is sent back. */
    public record Reply(int status, String type, String body) {

        public static Reply xml(int status, String body) {
            return new Reply(status, "text/xml", body);
        }

        public static Reply xmlError(int status, String code, String message) {
            return xml(
                    status,
                    "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                            .formatted(code, message));
        }
    }

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    private FakeAws(HttpServer server) {
        this.server = server;
    }

    /** {@code answers} takes the request's path and body. */
    public static FakeAws answering(Function<String, Reply> answers) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var fake = new FakeAws(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> fake.answer(exchange, answers));
        server.start();
        System.setProperty(
                "aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty("aws.accessKeyId", "testing");
        System.setProperty("aws.secretAccessKey", "testing");
        System.setProperty("aws.region", "us-east-1");
        return fake;
    }

    public int requests() {
        return requests.get();
    }

    public int mostAtOnce() {
        return most.get();
    }

    private void answer(HttpExchange exchange, Function<String, Reply> answers) throws IOException {
        requests.incrementAndGet();
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var reply = answers.apply(exchange.getRequestURI() + " " + body);
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", reply.type());
            underWay.decrementAndGet();
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        SETTINGS.forEach(System::clearProperty);
    }
}
