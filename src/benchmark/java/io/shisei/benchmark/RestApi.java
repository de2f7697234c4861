package io.shisei.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API of one instance, as its users call it. */
record RestApi(String url) {

    static final String PASSWORD = "benchmark-only";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    record Answer(int status, JsonNode body) {}

    Answer call(String method, String path, String body) throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(120))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        var json = answer.body().startsWith("{") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
        return new Answer(answer.statusCode(), json);
    }

    boolean ready() throws InterruptedException {
        try {
            return call("GET", "/actuator/health/readiness", "").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    void register(Iterable<String> regions) throws IOException, InterruptedException {
        var body = "{\"name\": \"benchmark\", \"regions\": [\"" + String.join("\", \"", regions) + "\"]}";
        var answer = call("POST", "/api/v1/accounts", body);
        if (answer.status() >= 300) {
            throw new IllegalStateException("the account was not taken: " + answer);
        }
    }

    /** Deletes the account with all that is known of it. */
    void forget() throws IOException, InterruptedException {
        var answer = call("DELETE", "/api/v1/accounts/" + StubAccount.ID, "");
        if (answer.status() >= 300) {
            throw new IllegalStateException("the account was not deleted: " + answer);
        }
    }

    /** Answers the scan's id. */
    String start() throws IOException, InterruptedException {
        var body = "{\"accountId\": \"" + StubAccount.ID + "\"}";
        var answer = call("POST", "/api/v1/scans", body);
        if (answer.status() >= 300) {
            throw new IllegalStateException("the scan was not started: " + answer);
        }
        return answer.body().at("/id").asString();
    }

    JsonNode scanToTheEnd(Duration patience) throws IOException, InterruptedException {
        var id = start();
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            var scan = call("GET", "/api/v1/scans/" + id, "").body();
            if (!scan.path("finishedAt").asString("").isEmpty()) {
                return scan;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("scan " + id + " did not end in " + patience);
    }

    static JsonNode get(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return JSON.readTree(
                CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
