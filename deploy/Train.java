import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs the service of an extracted jar on a database that is thrown away, so that its JVM learns which classes and methods
 * a start and a first scan take, and writes them into a cache. What is scanned is played on 127.0.0.1, too;
 * it needs no network. Started by {@code deploy/train}.
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
    public static void main(String... arguments) {
        try {
            train(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // what plays the account would go on
        }
    }

    private static void train(Path jar, Path cache, Path scratch) throws IOException, InterruptedException {
        var port = freePort();
        var service = service(jar, cache, scratch, TrainingAccount.start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(service::destroy));
        var train = new Train(service, port);
        train.awaitReady();
        train.scan();
        service.destroy(); // ends it in order; only then is the cache written
        service.waitFor();
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
                "AWS_REGION", TrainingAccount.REGION,
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
        taken(ask("POST", "/api/v1/accounts", "{\"name\": \"training\", \"regions\": [\"" + TrainingAccount.REGION + "\"]}"));
        var scan = taken(ask("POST", "/api/v1/scans", "{\"accountId\": \"" + TrainingAccount.ID + "\"}"));
        var id = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"").matcher(scan);
        if (!id.find()) {
            throw new IllegalStateException("the scan has no id: " + scan);
        }
        var told = ended(id.group(1));
        var read = Pattern.compile("\"resources\"\\s*:\\s*(\\d+)").matcher(told);
        if (!read.find() || Integer.parseInt(read.group(1)) < TrainingAccount.RESOURCES) {
            throw new IllegalStateException("the scan did not read what there is to train by: " + told);
        }
    }

    private String ended(String scan) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var told = taken(ask("GET", "/api/v1/scans/" + scan, ""));
            if (told.matches("(?s).*\"finishedAt\"\\s*:\\s*\".*")) {
                return told;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the scan does not end");
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
}
