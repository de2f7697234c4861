package io.shisei.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for AWS on 127.0.0.1: answers what services are asked in AWS's wire formats, page by page, each call after
 * the same latency. {@code /_stub/round/3} changes the account, {@code /_stub/calls} tells and clears the counts.
 */
final class AwsStub {

    private final StubAccount account;
    private final int latency;
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private AwsStub(Settings settings) {
        account = new StubAccount(settings);
        latency = settings.number("latency", 40);
    }

    public static void main(String... arguments) throws IOException {
        var settings = Settings.of(arguments);
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var stub = new AwsStub(settings);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.number("port", 0));
        var server = HttpServer.create(address, 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", stub::serve);
        server.createContext("/_stub/", stub::serveOperator);
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
        Programs.endWithParent();
    }

    private void serve(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            var reply = answer(Asked.of(exchange));
            calls.computeIfAbsent(reply.operation(), operation -> new LongAdder())
                    .increment();
            Thread.sleep(latency);
            send(exchange, reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            e.printStackTrace();
            throw e;
        } finally {
            underWay.decrementAndGet();
        }
    }

    private Reply answer(Asked asked) {
        return switch (asked.service()) {
            case "s3" -> new S3Wire(account).answer(asked);
            case "ec2" -> new Ec2Wire(account).answer(asked);
            case "sts", "iam", "rds" -> new QueryWire(account).answer(asked);
            case "ecs" -> new JsonWire(account).ecs(asked);
            case "tagging" -> new JsonWire(account).tags(asked);
            case "apigateway" -> new JsonWire(account).gateway(asked);
            case "es" -> new JsonWire(account).elasticsearch(asked);
            case "cloudfront" -> new CloudFrontWire(account).answer(asked);
            default -> NothingWire.answer(asked);
        };
    }

    private void serveOperator(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.startsWith("/_stub/round/")) {
                account.round(Integer.parseInt(path.substring("/_stub/round/".length())));
            }
            var counts = new TreeMap<String, Long>();
            calls.forEach((operation, count) -> counts.put(operation, count.sum()));
            counts.put("most at once", (long) most.getAndSet(0));
            counts.put("resources", (long) account.total());
            calls.clear();
            send(exchange, Reply.json("", new JsonMapper().writeValueAsString(counts)));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
