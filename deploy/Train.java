import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs the service of an extracted jar on a database that is thrown away, so that its JVM learns which classes and methods
 * a start and a first scan take, and writes them into a cache. What is scanned is an account with many buckets and nothing
 * else, which this program plays on 127.0.0.1; it needs no network. Started by {@code deploy/train}.
 */
final class Train {

    private static final String PASSWORD = "training-only";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process service;
    private final String url;

    private Train(Process service, int port) {
        this.service = service;
        this.url = "http://127.0.0.1:" + port;
    }

    /** @param arguments the jar, the cache to write, and a folder for what the service keeps meanwhile */
    public static void main(String... arguments) throws Exception {
        var aws = BareAccount.start();
        var port = freePort();
        var service = service(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), aws, port);
        Runtime.getRuntime().addShutdownHook(new Thread(service::destroy));
        var train = new Train(service, port);
        train.awaitReady();
        train.scan();
        service.destroy(); // ends it in order; only then is the cache written
        service.waitFor();
        System.exit(0);
    }

    private static Process service(Path jar, Path cache, Path scratch, String aws, int port) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java, "-XX:AOTCacheOutput=" + cache, "-Xlog:cds*=off", "-Xlog:aot*=off", "-jar", jar.toString())
                .inheritIO();
        var environment = builder.environment();
        environment.clear();
        environment.putAll(Map.of(
                "PATH", System.getenv("PATH"),
                "LANG", "C.UTF-8",
                "SERVER_PORT", Integer.toString(port),
                "SERVER_ADDRESS", "127.0.0.1",
                "SHISEI_DATA_DIR", scratch.resolve("data").toString(),
                "SHISEI_ADMIN_PASSWORD", PASSWORD,
                "LOGGING_LEVEL_ROOT", "error",
                "LOGGING_LEVEL_IO_SHISEI", "error"));
        environment.putAll(Map.of(
                "AWS_ENDPOINT_URL", aws,
                "AWS_ACCESS_KEY_ID", "training",
                "AWS_SECRET_ACCESS_KEY", "training",
                "AWS_REGION", BareAccount.REGION,
                "AWS_EC2_METADATA_DISABLED", "true",
                // Without adapters, which fit one kind of processor only: the JVM would complain of others at each start.
                "JDK_AOT_VM_OPTIONS", "-XX:+UnlockDiagnosticVMOptions -XX:-AOTAdapterCaching"));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!service.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the service does not get ready; what it said stands above");
            }
            Thread.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return ask("GET", "/actuator/health/readiness", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void scan() throws IOException, InterruptedException {
        taken(ask("POST", "/api/v1/accounts", "{\"name\": \"training\", \"regions\": [\"" + BareAccount.REGION + "\"]}"));
        var scan = taken(ask("POST", "/api/v1/scans", "{\"accountId\": \"" + BareAccount.ACCOUNT + "\"}"));
        var id = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"").matcher(scan);
        if (!id.find()) {
            throw new IllegalStateException("the scan has no id: " + scan);
        }
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!taken(ask("GET", "/api/v1/scans/" + id.group(1), "")).matches("(?s).*\"finishedAt\"\\s*:\\s*\".*")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the scan does not end");
            }
            Thread.sleep(200);
        }
    }

    private HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String taken(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("the service answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Answers for an account whose buckets have nothing configured, in the wire formats of AWS. */
    private static final class BareAccount {

        static final String ACCOUNT = "123456789012";
        static final String REGION = "us-east-1";
        private static final List<String> REST_XML = List.of("s3", "s3-control", "s3express", "cloudfront", "route53");
        private static final int BUCKETS = 500;
        private static final Pattern SIGNED_FOR = Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/");
        private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([^&]+)");

        private BareAccount() {}

        /** Answers where it is. */
        static String start() throws IOException {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", BareAccount::serve);
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        private static void serve(HttpExchange exchange) throws IOException {
            try (exchange) {
                var service = SIGNED_FOR.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var action = ACTION.matcher(form);
                if (action.find()) {
                    send(exchange, "text/xml", queried(action.group(1)));
                } else if (service.find() && REST_XML.contains(service.group(1))) {
                    var listing = service.group(1).equals("s3") && exchange.getRequestURI().getPath().equals("/");
                    send(exchange, "text/xml", listing ? buckets() : "<Nothing/>");
                } else {
                    send(exchange, "application/json", "{}");
                }
            }
        }

        private static String buckets() {
            var bucket = "<Bucket><Name>training-%d</Name><BucketRegion>" + REGION + "</BucketRegion></Bucket>";
            return IntStream.range(0, BUCKETS)
                    .mapToObj(bucket::formatted)
                    .collect(Collectors.joining("", "<ListAllMyBucketsResult><Buckets>", "</Buckets></ListAllMyBucketsResult>"));
        }

        private static String queried(String action) {
            var answer =
                    switch (action) {
                        case "DescribeRegions" ->
                            "<regionInfo><item><regionName>" + REGION + "</regionName></item></regionInfo>";
                        case "GetCallerIdentity" ->
                            """
                            <GetCallerIdentityResult><Arn>arn:aws:iam::%1$s:user/training</Arn><UserId>AIDA</UserId>\
                            <Account>%1$s</Account></GetCallerIdentityResult>""".formatted(ACCOUNT);
                        default -> "<" + action + "Result/>";
                    };
            return "<%1$sResponse>%2$s</%1$sResponse>".formatted(action, answer);
        }

        private static void send(HttpExchange exchange, String type, String body) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
