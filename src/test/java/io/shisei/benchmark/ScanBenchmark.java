package io.shisei.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Scans the stub's account twice with the real service and prints what it took as Markdown. */
final class ScanBenchmark {

    private final Settings settings;
    private final Path folder;
    private final Map<String, String> report = new LinkedHashMap<>();

    private ScanBenchmark(Settings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        var folder = Files.createTempDirectory("shisei-benchmark");
        try {
            new ScanBenchmark(Settings.of(arguments), folder).run();
        } finally {
            Programs.killAll();
            Folders.delete(folder);
        }
        System.exit(0);
    }

    private void run() throws Exception {
        var aws = Programs.stub(settings);
        try (var database = new Database(folder.resolve("database"))) {
            var service = start(aws, database);
            var regions = new StubAccount(settings).regions();
            service.api().register(regions);
            measure("first", aws, database, service);
            measure("second", aws, database, service);
            var live = Programs.jcmd(service.process(), "GC.heap_info")
                    .lines()
                    .skip(1)
                    .findFirst();
            Programs.jcmd(service.process(), "JFR.dump", "filename=" + folder.resolve("scan.jfr"));
            service.process().destroy();
            service.process().waitFor();
            var gc = GcLog.read(folder.resolve("gc.log"));
            report.put("peak heap before a collection", gc.peak() + " MB of " + settings.text("heap", "512m"));
            report.put("peak heap after a collection", gc.peakLive() + " MB");
            report.put("pauses for collections", Math.round(gc.pauses()) + " ms");
            live.ifPresent(line -> report.put("heap at the end", line.strip()));
        }
        print();
    }

    private Instance start(String aws, Database database) throws IOException, InterruptedException {
        var environment = new TreeMap<>(Instance.environment(aws, database.url()));
        environment.put("SHISEI_AWS_CONCURRENCY", settings.text("concurrency", "16"));
        environment.put("SHISEI_AWS_SHARE", settings.text("share", "100"));
        settings.given().forEach((name, value) -> {
            if (name.startsWith("env.")) {
                environment.put(name.substring(4), value);
            }
        });
        var options = List.of(
                "-Xmx" + settings.text("heap", "512m"),
                "-Xlog:gc*:file=" + folder.resolve("gc.log"),
                "-XX:StartFlightRecording=settings=profile");
        return Instance.start("service", folder, environment, options).awaitReady();
    }

    private void measure(String name, String aws, Database database, Instance service) throws Exception {
        RestApi.get(aws + "/_stub/calls");
        var before = database.written();
        var began = System.nanoTime();
        JsonNode scan;
        try {
            scan = service.api().scanToTheEnd(Duration.ofSeconds(settings.number("patience", 1800)));
        } catch (IOException | IllegalStateException e) {
            Files.readAllLines(service.log()).stream().skip(20).limit(60).forEach(System.err::println);
            throw e;
        }
        var waited = (System.nanoTime() - began) / 1e9;
        var wall = Duration.between(time(scan, "queuedAt"), time(scan, "finishedAt"))
                        .toMillis()
                / 1000.0;
        var calls = RestApi.get(aws + "/_stub/calls");
        describe(name, scan, wall, waited, calls);
        var after = database.written();
        var changed = new TreeMap<String, Long>();
        after.forEach((table, rows) -> {
            var more = rows - before.getOrDefault(table, 0L);
            if (more > 0) {
                changed.put(table, more);
            }
        });
        report.put(
                name + " scan: rows written to findings",
                changed.getOrDefault("finding", 0L).toString());
        report.put(
                name + " scan: rows written to resources",
                changed.getOrDefault("resource", 0L).toString());
        report.put(name + " scan: rows written in all", changed.toString());
    }

    private void describe(String name, JsonNode scan, double wall, double waited, JsonNode calls) {
        var latency = settings.number("latency", 40) / 1000.0;
        var concurrency = settings.number("concurrency", 16);
        var regions = settings.number("regions", 4);
        long made = 0;
        for (var call : calls.propertyStream().toList()) {
            made += call.getKey().contains("most") || call.getKey().equals("resources")
                    ? 0
                    : call.getValue().asLong();
        }
        var bound = made * latency / (concurrency * (regions + 1));
        var perUnit = widest(calls, regions) * latency / concurrency;
        report.put(name + " scan", scan.path("state").asString() + ", " + scan.path("counts"));
        report.put(name + " scan: wall time", "%.1f s (as the caller saw it %.1f s)".formatted(wall, waited));
        report.put(name + " scan: calls made", made + ", at most " + calls.path("most at once") + " at once: " + calls);
        report.put(
                name + " scan: bound of the region with most calls (calls × latency ÷ " + concurrency + " per unit)",
                "%.1f s, ratio %.2f".formatted(perUnit, wall / perUnit));
        report.put(
                name + " scan: bound of all units (calls × latency ÷ " + concurrency * (regions + 1) + ")",
                "%.1f s, ratio %.2f".formatted(bound, wall / bound));
    }

    /** The stub spreads regional resources evenly. */
    private static double widest(JsonNode calls, int regions) {
        double regional = 0;
        for (var call : calls.propertyStream().toList()) {
            var service = call.getKey().split(" ")[0];
            if (List.of("s3", "ec2", "ecs", "rds", "apigateway", "es").contains(service)) {
                regional += call.getValue().asDouble();
            }
        }
        return regional / regions;
    }

    private static Instant time(JsonNode scan, String field) {
        return Instant.parse(scan.path(field).asString());
    }

    private void print() throws IOException {
        var table = new ArrayList<String>();
        report.forEach((what, value) -> table.add("| " + what + " | " + value + " |"));
        System.out.println("| scan benchmark, " + Machine.describe() + " | |\n|---|---|");
        table.forEach(System.out::println);
        System.out.println("\n" + Profile.table(folder.resolve("scan.jfr")));
    }
}
