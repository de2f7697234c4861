package io.shisei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import io.shisei.test.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import tools.jackson.databind.json.JsonMapper;

/** The built jar as people start it: its beans are wired when it is built, which no other test sees. */
@Execution(CONCURRENT)
class JarIT {

    private static final String PASSWORD = "correct-horse-battery";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = Ports.free();

    @TempDir
    Path folder;

    private Process service;

    @AfterEach
    void end() throws InterruptedException {
        service.destroy();
        assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Execution(SAME_THREAD)
    @Test
    void startsWithADatabaseOfItsOwnAndAllItsControls() throws Exception {
        var log = folder.resolve("log");
        service = start(log);
        awaitReady(log);
        var controls = get("/api/v1/controls?pageSize=200");
        assertThat(controls.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(controls.body()).path("items")).hasSizeGreaterThan(150);
        assertThat(get("/login").statusCode()).isEqualTo(200);
        assertThat(folder.resolve("data")).isNotEmptyDirectory();
        assertThat(log).content().contains("Starting AOT-processed").doesNotContain("ERROR", "Exception");
    }

    private Process start(Path log) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var builder = new ProcessBuilder(java, "-Xmx512m", "-jar", jar().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SHISEI_ADMIN_PASSWORD", PASSWORD);
        return builder.start();
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("shisei-.*\\.jar"))
                    .findAny()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private void awaitReady(Path log) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            assertThat(service.isAlive() && System.nanoTime() < end)
                    .as(() -> "is ready, or starts: " + text(log))
                    .isTrue();
            Thread.sleep(200);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes());
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
