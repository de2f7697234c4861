package io.shisei.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * How a service answered a hundred requests, one after the other.
 *
 * @param hung whether one of them got no answer
 * @param late how many took more than a second
 * @param failed how many were answered by 5xx, as liveness is until the start has ended
 * @param slowest in milliseconds
 */
record Hearing(boolean hung, int late, int failed, long slowest) {

    private static final int REQUESTS = 100;
    private static final long SOON = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PATHS = List.of("/actuator/health/liveness", "/login", "/api/v1/scans", "/");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static final Hearing HUNG = new Hearing(true, REQUESTS, 0, PATIENCE.toMillis());

    /** Asks as a stranger, and stops at the first request that gets no answer. */
    static Hearing of(String url) throws InterruptedException {
        var late = 0;
        var failed = 0;
        var slowest = 0L;
        for (int i = 0; i < REQUESTS; i++) {
            var began = System.nanoTime();
            var status = status(url + PATHS.get(i % PATHS.size()));
            if (status < 0) {
                return HUNG;
            }
            failed += status >= 500 ? 1 : 0;
            var took = (System.nanoTime() - began) / 1_000_000;
            slowest = Math.max(slowest, took);
            late += took > SOON ? 1 : 0;
        }
        return new Hearing(false, late, failed, slowest);
    }

    /** Whether every request was answered, and soon. */
    boolean sound() {
        return !hung && late == 0;
    }

    /** Negative without an answer. */
    private static int status(String url) throws InterruptedException {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        }
    }
}
