package io.shisei.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** How a service answered a hundred requests, one after the other; {@code slowest} in milliseconds. */
record Hearing(boolean hung, int late, long slowest) {

    private static final int REQUESTS = 100;
    private static final long SOON = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PATHS = List.of("/actuator/health/liveness", "/login", "/api/v1/scans", "/");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static final Hearing HUNG = new Hearing(true, REQUESTS, PATIENCE.toMillis());

    /** Asks as a stranger, and stops at the first request that gets no answer. */
    static Hearing of(String url) throws InterruptedException {
        var late = 0;
        var slowest = 0L;
        for (int i = 0; i < REQUESTS; i++) {
            var began = System.nanoTime();
            if (!answered(url + PATHS.get(i % PATHS.size()))) {
                return HUNG;
            }
            var took = (System.nanoTime() - began) / 1_000_000;
            slowest = Math.max(slowest, took);
            late += took > SOON ? 1 : 0;
        }
        return new Hearing(false, late, slowest);
    }

    private static boolean answered(String url) throws InterruptedException {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            var status =
                    CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status < 500;
        } catch (IOException e) {
            return false;
        }
    }
}
