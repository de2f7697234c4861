package io.shisei.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Scans the stub's account with the real service: as one that is new to a JVM that is new, again without a change, and as
 * one that is new to a JVM that has warmed up. Prints what it took as Markdown.
 */
final class ScanBenchmark {

    private static final Set<String> GLOBAL =
            Set.of("most", "resources", "account", "cloudfront", "iam", "s3-control", "sts");

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
            if (isRecorded()) {
                Programs.jcmd(service.process(), "JFR.start", "settings=profile");
            }
            measure("first", aws, database, service);
            measure("second", aws, database, service);
            if (settings.number("again", 1) > 0) {
                service.api().forget();
                service.api().register(regions);
                measure("first, warm", aws, database, service);
            }
            var live = Programs.jcmd(service.process(), "GC.heap_info")
                    .lines()
                    .skip(1)
                    .findFirst();
            if (isRecorded()) {
                Programs.jcmd(service.process(), "JFR.dump", "filename=" + recording());
            }
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
        environment.put("SHISEI_AWS_CONCURRENCY", Integer.toString(ceilingOfUnit()));
        environment.put("SHISEI_AWS_ACCOUNT_CONCURRENCY", Integer.toString(ceilingOfAccount()));
        environment.put("SHISEI_AWS_SHARE", settings.text("share", "100"));
        settings.given().forEach((name, value) -> {
            if (name.startsWith("env.")) {
                environment.put(name.substring(4), value);
            }
        });
        var jar = Path.of(settings.text("jar", "")).toAbsolutePath();
        var command = new ArrayList<>(
                List.of("-Xmx" + settings.text("heap", "512m"), "-Xlog:gc*:file=" + folder.resolve("gc.log")));
        command.addAll(Programs.documented(jar, folder.resolve("extracted")));
        return Instance.run("service", folder, environment, command).awaitReady();
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
        describe(name, scan, wall, waited, calls, service);
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

    private void describe(String name, JsonNode scan, double wall, double waited, JsonNode calls, Instance service)
            throws IOException, InterruptedException {
        long made = 0;
        for (var call : calls.propertyStream().toList()) {
            made += call.getKey().contains("most") || call.getKey().equals("resources")
                    ? 0
                    : call.getValue().asLong();
        }
        report.put(name + " scan", scan.path("state").asString() + ", " + scan.path("counts"));
        report.put(name + " scan: wall time", "%.1f s (as the caller saw it %.1f s)".formatted(wall, waited));
        report.put(name + " scan: calls made", made + ", at most " + calls.path("most at once") + " at once: " + calls);
        report.put(name + " scan: services that took longest, from and to (s)", longest(scan, service));
        bound(name + " scan: bound of the account", made, ceilingOfAccount(), wall);
        bound(name + " scan: bound of a region", inOneRegion(calls), ceilingOfUnit(), wall);
    }

    private static String longest(JsonNode scan, Instance service) throws IOException, InterruptedException {
        var queued = time(scan, "queuedAt");
        var path = "/api/v1/scans/" + scan.path("id").asString() + "/coverage";
        return service.api()
                .call("GET", path, "")
                .body()
                .path("items")
                .valueStream()
                .sorted(Comparator.comparing(
                        part -> Duration.between(time(part, "finishedAt"), time(part, "startedAt"))))
                .limit(12)
                .map(part -> "%s %s %.1f to %.1f"
                        .formatted(
                                part.path("service").asString(),
                                part.path("region").asString(),
                                Duration.between(queued, time(part, "startedAt"))
                                                .toMillis()
                                        / 1000.0,
                                Duration.between(queued, time(part, "finishedAt"))
                                                .toMillis()
                                        / 1000.0))
                .collect(Collectors.joining(", "));
    }

    private void bound(String what, long calls, int ceiling, double wall) {
        var seconds = calls * settings.number("latency", 40) / 1000.0 / ceiling;
        report.put(
                what + " (%d calls × latency ÷ %d)".formatted(calls, ceiling),
                "%.1f s, ratio %.2f".formatted(seconds, wall / seconds));
    }

    private int ceilingOfUnit() {
        return settings.number("concurrency", 16);
    }

    private int ceilingOfAccount() {
        return settings.number("account-concurrency", 32);
    }

    /** The stub spreads regional resources evenly. */
    private long inOneRegion(JsonNode calls) {
        long regional = 0;
        for (var call : calls.propertyStream().toList()) {
            var service = call.getKey().split(" ")[0];
            if (!GLOBAL.contains(service)) {
                regional += call.getValue().asLong();
            }
        }
        return regional / settings.number("regions", 4);
    }

    /** A recorder that is starting takes seconds from a first scan. */
    private boolean isRecorded() {
        return settings.given().containsKey("recording");
    }

    private Path recording() {
        return Path.of(settings.text("recording", "")).toAbsolutePath();
    }

    private static Instant time(JsonNode scan, String field) {
        return Instant.parse(scan.path(field).asString());
    }

    private void print() throws IOException {
        var table = new ArrayList<String>();
        report.forEach((what, value) -> table.add("| " + what + " | " + value + " |"));
        System.out.println("| scan benchmark, " + Machine.describe() + " | |\n|---|---|");
        table.forEach(System.out::println);
        if (isRecorded()) {
            System.out.println("\n" + Profile.table(recording()));
        }
    }
}
