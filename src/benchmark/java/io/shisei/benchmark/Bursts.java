package io.shisei.benchmark;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fires bad connections, and first scans, at services that have just started on two processors beside busy loops, and
 * asks after each whether the service still answers.
 */
final class Bursts {

    private final Settings settings;
    private final Path folder;
    private final Database database;
    private final String aws;
    private int started;

    private Bursts(Settings settings, Path folder, Database database, String aws) {
        this.settings = settings;
        this.folder = folder;
        this.database = database;
        this.aws = aws;
    }

    public static void main(String... arguments) throws Exception {
        var settings = Settings.of(arguments)
                .or("latency=2", "regions=2", "buckets=20", "groups=20", "instances=20", "policies=20", "tasks=20");
        var folder = Files.createTempDirectory("bursts");
        var sound = false;
        try (var database = new Database(folder)) {
            sound = new Bursts(settings, folder, database, Programs.stub(settings)).run();
        } finally {
            Programs.killAll();
            if (sound) {
                Folders.delete(folder);
            }
        }
        System.exit(sound ? 0 : 1);
    }

    private boolean run() throws Exception {
        var nested = Path.of(settings.text("jar", "")).toAbsolutePath();
        var asBuilt = List.of("-jar", nested.toString());
        var documented = Programs.documented(nested, folder.resolve("extracted"));
        // The first makes the tables, which all others find.
        begin(asBuilt, database.url()).awaitReady().kill();
        for (int i = 0; i < settings.number("busy", 4); i++) {
            Programs.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
        }
        System.out.printf("On %s:%n%n", Machine.describe());
        System.out.println(
                "| started from | then | starts | hung | answers after 1 s, of 100 each | answers of 5xx | slowest, ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        var sound = report("nested jar", asBuilt);
        sound &= report("extracted jar", documented);
        return sound;
    }

    private List<Trial> trials() {
        var wanted = settings.text("trial", "");
        return wanted.isEmpty() ? List.of(Trial.values()) : List.of(Trial.valueOf(wanted));
    }

    private boolean report(String name, List<String> start) throws Exception {
        var heard = new EnumMap<Trial, List<Hearing>>(Trial.class);
        for (int i = 0; i < settings.number("times", 20); i++) {
            hear(start, heard);
        }
        heard.forEach((trial, hearings) -> report(name, trial, hearings));
        return heard.values().stream().flatMap(List::stream).allMatch(Hearing::sound);
    }

    private static void report(String name, Trial trial, List<Hearing> heard) {
        var hung = heard.stream().filter(Hearing::hung).count();
        var late = heard.stream().mapToInt(Hearing::late).sum();
        var failed = heard.stream().mapToInt(Hearing::failed).sum();
        var slowest = heard.stream().mapToLong(Hearing::slowest).max().orElse(0);
        System.out.printf(
                "| %s | %s | %d | %d | %d | %d | %d |%n", name, trial, heard.size(), hung, late, failed, slowest);
    }

    /** Starts a service and lets one trial after the other befall it, until it hangs. */
    private void hear(List<String> start, Map<Trial, List<Hearing>> heard) throws Exception {
        var service = begin(start, database.copy("trial_" + started));
        var open = new ArrayList<Socket>();
        for (var trial : trials()) {
            var hearing = hear(service, trial, open);
            heard.computeIfAbsent(trial, none -> new ArrayList<>()).add(hearing);
            if (hearing.hung()) {
                break;
            }
        }
        for (var socket : open) {
            socket.close();
        }
        service.kill();
    }

    private Hearing hear(Instance service, Trial trial, List<Socket> open) throws Exception {
        var hearing = Hearing.HUNG;
        try {
            open.addAll(trial.fire(service, started));
            hearing = Hearing.of(service.api().url());
        } catch (IOException | IllegalStateException e) {
            System.err.println(service.name() + ": " + e);
        }
        if (hearing.hung()) {
            var threads = folder.resolve(service.name() + ".threads");
            Files.writeString(threads, Programs.jcmd(service.process(), "Thread.print"));
            System.err.println(service.name() + " hangs after " + trial + ": see " + threads + " and " + service.log());
        } else if (!hearing.sound()) {
            System.err.println(service.name() + " after " + trial + ": " + hearing);
        }
        return hearing;
    }

    private Instance begin(List<String> start, String jdbcUrl) throws IOException {
        var command = new ArrayList<>(List.of("-Xmx512m", "-XX:ActiveProcessorCount=2"));
        command.addAll(start);
        return Instance.run("service-" + ++started, folder, Instance.environment(aws, jdbcUrl), command);
    }
}
