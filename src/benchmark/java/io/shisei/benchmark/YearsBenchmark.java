package io.shisei.benchmark;

import io.shisei.test.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks for all pages and lists of a database that a fleet of accounts has filled for years. */
final class YearsBenchmark {

    private final Settings settings;
    private final Path folder;

    /** How the service is started: as it is documented. */
    private final List<String> started;

    private YearsBenchmark(Settings settings) throws IOException, InterruptedException {
        this.settings = settings;
        var kept = settings.text("folder", "");
        folder = kept.isEmpty() ? Files.createTempDirectory("years") : Files.createDirectories(Path.of(kept));
        var extracted = folder.resolve("extracted");
        if (Files.exists(extracted)) { // from a jar of before
            Folders.delete(extracted);
        }
        started = Programs.documented(Path.of(settings.text("jar", "")).toAbsolutePath(), extracted);
    }

    static void main(String... arguments) throws Exception {
        var benchmark = new YearsBenchmark(Settings.of(arguments));
        try (var database = new Database(benchmark.folder)) {
            benchmark.run(database);
        } finally {
            Programs.killAll();
            if (benchmark.settings.text("folder", "").isEmpty()) {
                Folders.delete(benchmark.folder);
            }
        }
    }

    private void run(Database database) throws Exception {
        var fleet = new YearsOfFleet(database, settings);
        if (!fleet.isThere()) {
            fleet.write(mold(database));
        }
        YearsSizes.print(database);
        var began = System.nanoTime();
        var service = start(database, Map.of());
        System.out.println("ready after %.1f s\n".formatted((System.nanoTime() - began) / 1e9));
        var parts = List.of(settings.text("parts", "pages,filters,exports").split(","));
        var answers = new Answers(service.api(), Visitor.logIn(service.api().url(), RestApi.PASSWORD));
        var draw = new Draw(database, settings.number("seed", 1));
        var asking = new YearsOfAnswers(database, draw, answers, settings.number("rows", 1) > 0);
        if (parts.contains("pages")) {
            for (int round = 0; round < settings.number("rounds", 2); round++) {
                asking.print(only(Question.pages()), settings.number("times", 40));
                draw.beginAnew();
            }
        }
        if (parts.contains("filters")) {
            asking.printSlow(only(Question.filters()), settings.number("draws", 5));
        }
        stop(service);
        if (parts.contains("exports")) {
            new YearsOfExports(database, folder, settings).print();
        }
    }

    private List<Question> only(List<Question> all) {
        var wanted = settings.text("only", "");
        return all.stream().filter(it -> it.address().contains(wanted)).toList();
    }

    /** Loads the sample account, of which all others are made; answers the catalogue. */
    private List<YearsOfFleet.Control> mold(Database database) throws Exception {
        var service = start(database, Map.of("SHISEI_SAMPLE", "true"));
        PagesBenchmark.awaitSample(
                Visitor.logIn(service.api().url(), RestApi.PASSWORD),
                Duration.ofSeconds(settings.number("patience", 900)));
        var controls = new ArrayList<YearsOfFleet.Control>();
        service.api()
                .call("GET", "/api/v1/controls?pageSize=1000", "")
                .body()
                .path("items")
                .forEach(it -> controls.add(new YearsOfFleet.Control(
                        it.path("id").asString(),
                        it.path("severity").asString(),
                        !it.path("standards").isEmpty())));
        stop(service);
        return controls;
    }

    private Instance start(Database database, Map<String, String> more) throws Exception {
        var environment = new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres"));
        environment.putAll(more);
        var command = new ArrayList<>(List.of("-Xmx512m"));
        command.addAll(started);
        return Instance.run("service", folder, environment, command).awaitReady();
    }

    private static void stop(Instance service) throws InterruptedException {
        service.process().destroy();
        service.process().waitFor();
    }
}
