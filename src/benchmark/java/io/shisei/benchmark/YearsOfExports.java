package io.shisei.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Exports findings by a service that has done nothing else, and looks how much of the heap it took. */
record YearsOfExports(Database database, Path folder, Settings settings) {

    /** As many accounts as have a tenth of the findings. */
    private static final int PART = 20;

    void print() throws Exception {
        System.out.println(
                "| export | size | time | peak heap before a collection | after one |\n|---|---|---|---|---|");
        for (var export : settings.text("exports", "csv,jsonl,asff,ocsf").split(",")) {
            for (var filter : List.of(accounts(), "")) {
                print(export, filter);
            }
        }
    }

    private String accounts() throws SQLException {
        return database.rows("select id from account order by id limit " + PART).stream()
                .map(row -> "accountId=" + row.getFirst())
                .collect(Collectors.joining("&"));
    }

    private void print(String format, String filter) throws Exception {
        var gc = folder.resolve("gc-" + format + (filter.isEmpty() ? "-all" : "") + ".log");
        var service = Instance.start(
                        "export",
                        folder,
                        Map.of(
                                "SPRING_DATASOURCE_URL", database.url(),
                                "SPRING_DATASOURCE_USERNAME", "postgres",
                                "SPRING_DATASOURCE_PASSWORD", "postgres"),
                        List.of("-Xmx512m", "-Xlog:gc*:file=" + gc))
                .awaitReady();
        var began = System.nanoTime();
        var bytes = read(service.api().url() + "/api/v1/findings/export?format=" + format + "&" + filter);
        var seconds = (System.nanoTime() - began) / 1e9;
        service.process().destroy();
        service.process().waitFor();
        var heap = GcLog.read(gc);
        System.out.println("| %s of %s | %d MB | %.0f s | %d MB | %d MB |"
                .formatted(
                        format,
                        filter.isEmpty() ? "all" : PART + " accounts",
                        bytes >> 20,
                        seconds,
                        heap.peak(),
                        heap.peakLive()));
    }

    private static long read(String url) throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString(("admin:" + RestApi.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Basic " + login)
                .build();
        try (var client = HttpClient.newHttpClient();
                var body = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            var buffer = new byte[65_536];
            var bytes = 0L;
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
            return bytes;
        }
    }
}
