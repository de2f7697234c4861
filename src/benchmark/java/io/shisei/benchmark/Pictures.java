package io.shisei.benchmark;

import com.microsoft.playwright.options.ColorScheme;
import io.shisei.test.Chromium;
import io.shisei.test.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes pictures of every page, fresh and with the sample account, as an administrator and as a reader. */
final class Pictures {

    private static final Path LISTS = Path.of("src/benchmark/pictures");

    private final Settings settings;
    private final Path folder;
    private final Path data = Files.createTempDirectory("pictures");

    private Pictures(Settings settings) throws IOException {
        this.settings = settings;
        this.folder = Path.of(settings.text("folder", "target/pictures")).toAbsolutePath();
    }

    static void main(String... arguments) throws Exception {
        var pictures = new Pictures(Settings.of(arguments));
        try {
            pictures.run();
        } finally {
            Programs.killAll();
            Folders.delete(pictures.data);
        }
    }

    private void run() throws Exception {
        var jar = Path.of(settings.text("jar", "")).toAbsolutePath();
        var environment =
                Map.of("SHISEI_DATA_DIR", data.resolve("data").toString(), "AWS_EC2_METADATA_DISABLED", "true");
        var service = Instance.run("service", data, environment, List.of("-Xmx512m", "-jar", jar.toString()))
                .awaitReady();
        var admin = new Camera.Person("admin", RestApi.PASSWORD);
        take("fresh", admin, service.api(), list("fresh.txt", Map.of()));
        bringSampleIn(service.api());
        var furniture = Furniture.bringInto(service.api());
        var pages = list("pages.txt", furniture.names());
        take("administrator", admin, service.api(), pages);
        take("reader", furniture.reader(), service.api(), pages);
        service.process().destroy();
        service.process().waitFor();
        System.out.println(Album.bind(folder));
    }

    private void bringSampleIn(RestApi api) throws Exception {
        var visitor = Visitor.logIn(api.url(), RestApi.PASSWORD);
        visitor.post("/sample/load", "", visitor.get("/accounts/new"));
        PagesBenchmark.awaitSample(visitor, Duration.ofSeconds(settings.number("patience", 600)));
    }

    private List<Shot> list(String name, Map<String, String> names) throws IOException {
        var shots = new ArrayList<Shot>();
        for (var line : Files.readAllLines(LISTS.resolve(name))) {
            if (line.contains(settings.text("only", ""))) {
                shots.add(Shot.of(line, names));
            }
        }
        return shots;
    }

    private void take(String kind, Camera.Person person, RestApi api, List<Shot> shots) throws IOException {
        if (!chosen("as", "fresh,administrator,reader").contains(kind)) {
            return;
        }
        var widths = chosen("widths", "390,768,1280,1920").stream()
                .map(Integer::valueOf)
                .toList();
        try (var chromium = Chromium.start()) {
            for (var language : chosen("languages", "en,ja")) {
                for (var scheme : chosen("schemes", "light,dark")) {
                    var film = new Camera.Film(language, ColorScheme.valueOf(scheme.toUpperCase()), widths);
                    new Camera(chromium.browser(), api.url(), person, film, folder.resolve(kind)).take(shots);
                }
            }
        }
    }

    private List<String> chosen(String name, String otherwise) {
        return List.of(settings.text(name, otherwise).split(","));
    }
}
