package io.shisei.benchmark;

import io.shisei.test.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a service that holds the sample account for each of its pages, as fast as it answers. */
final class PagesBenchmark {

    private final Settings settings;
    private final Path folder = Files.createTempDirectory("pages");

    private PagesBenchmark(Settings settings) throws IOException {
        this.settings = settings;
    }

    static void main(String... arguments) throws Exception {
        var benchmark = new PagesBenchmark(Settings.of(arguments));
        try {
            benchmark.run();
        } finally {
            Programs.killAll();
            Folders.delete(benchmark.folder);
        }
    }

    private void run() throws Exception {
        var environment = Map.of(
                "SHISEI_SAMPLE",
                "true",
                "SHISEI_DATA_DIR",
                folder.resolve("data").toString());
        var jar = Path.of(settings.text("jar", "")).toAbsolutePath();
        var command = List.of("-Xmx" + settings.text("heap", "512m"), "-jar", jar.toString());
        var service = Instance.run("service", folder, environment, command).awaitReady();
        var visitor = Visitor.logIn(service.api().url(), RestApi.PASSWORD);
        awaitSample(visitor, Duration.ofSeconds(settings.number("patience", 600)));
        var pages = pages(service.api());
        for (var round = 0; round < 3; round++) { // as a service that has been up for a while
            for (var page : pages.values()) {
                load(service, visitor, page, settings.number("warm", 5));
            }
        }
        var profiled = !settings.text("recording", "").isEmpty();
        if (profiled) {
            Programs.jcmd(service.process(), "JFR.start", "settings=profile");
        }
        measure(service, visitor, pages);
        if (profiled) {
            var recording = Path.of(settings.text("recording", "")).toAbsolutePath();
            Programs.jcmd(service.process(), "JFR.dump", "filename=" + recording);
        }
        service.process().destroy();
        service.process().waitFor();
    }

    static void awaitSample(Visitor visitor, Duration patience) throws Exception {
        for (var end = System.nanoTime() + patience.toNanos(); System.nanoTime() < end; Thread.sleep(500)) {
            var progress = visitor.get("/sample/progress");
            if (progress.statusCode() == 200 && !progress.body().contains("sample-progress")) {
                return;
            }
        }
        throw new IllegalStateException("the sample account was not there after " + patience);
    }

    private void measure(Instance service, Visitor visitor, Map<String, String> pages) throws Exception {
        System.out.println("| page (" + Machine.describe() + ") | requests/s | p50 | p95 | other than 200 | bytes sent "
                + "| CPU of the service | CPU of its database |\n|---|---|---|---|---|---|---|---|");
        for (var page : pages.entrySet()) {
            var before = Cpu.of(service.process());
            var load = load(service, visitor, page.getValue(), settings.number("seconds", 10));
            var used = Cpu.of(service.process()).minus(before);
            System.out.println("| `%s` | %.0f | %.0f ms | %.0f ms | %d | %d | %.2f ms | %.2f ms |"
                    .formatted(
                            page.getKey(),
                            load.perSecond(),
                            load.percentile(50),
                            load.percentile(95),
                            load.failed(),
                            load.bytesEach(),
                            used.service() / load.answered(),
                            used.database() / load.answered()));
        }
    }

    private Load load(Instance service, Visitor visitor, String path, int seconds) throws Exception {
        return Load.put(
                service.api().url(),
                visitor.ask(path),
                settings.number("connections", 20),
                Duration.ofSeconds(seconds));
    }

    /** Names of pages with their addresses, or those that were asked for. */
    private Map<String, String> pages(RestApi api) throws IOException, InterruptedException {
        var pages = new LinkedHashMap<String, String>();
        for (var path : List.of("/", "/controls", "/controls/S3.8", "/findings", "/resources", "/scans", "/accounts")) {
            pages.put(path, path);
        }
        for (var noun : List.of("findings", "resources", "scans")) {
            pages.put("/" + noun + "/{id}", "/" + noun + "/" + first(api, noun));
        }
        pages.put("/accounts/{id}", "/accounts/" + first(api, "accounts"));
        for (var path : List.of("/schedules", "/schedules/new", "/settings", "/login")) {
            pages.put(path, path);
        }
        var asked = new ArrayList<>(List.of(settings.text("pages", "").split(",")));
        pages.keySet().removeIf(page -> !asked.contains("") && !asked.contains(page));
        return pages;
    }

    private static String first(RestApi api, String noun) throws IOException, InterruptedException {
        return api.call("GET", "/api/v1/" + noun + "?pageSize=1", "")
                .body()
                .at("/items/0/id")
                .asString();
    }
}
