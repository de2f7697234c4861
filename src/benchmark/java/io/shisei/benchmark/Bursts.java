package io.shisei.benchmark;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        var extracted = Programs.extract(nested, folder.resolve("extracted"));
        // The first makes the tables, which all others find.
        begin(nested, database.url()).awaitReady().kill();
        for (int i = 0; i < settings.number("busy", 4); i++) {
            Programs.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
        }
        System.out.printf("On %s:%n%n", Machine.describe());
        System.out.println(
                "| started from | then | starts | hung | answers after 1 s, of 100 each | answers of 5xx | slowest, ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        var sound = true;
        for (var trial : trials()) {
            sound &= report("nested jar", nested, trial);
            sound &= report("extracted jar", extracted, trial);
        }
        return sound;
    }

    private List<Trial> trials() {
        var wanted = settings.text("trial", "");
        return wanted.isEmpty() ? List.of(Trial.values()) : List.of(Trial.valueOf(wanted));
    }

    private boolean report(String name, Path jar, Trial trial) throws Exception {
        var heard = new ArrayList<Hearing>();
        for (int i = 0; i < settings.number("times", 20); i++) {
            heard.add(hear(jar, trial));
        }
        var hung = heard.stream().filter(Hearing::hung).count();
        var late = heard.stream().mapToInt(Hearing::late).sum();
        var failed = heard.stream().mapToInt(Hearing::failed).sum();
        var slowest = heard.stream().mapToLong(Hearing::slowest).max().orElse(0);
        System.out.printf(
                "| %s | %s | %d | %d | %d | %d | %d |%n", name, trial, heard.size(), hung, late, failed, slowest);
        return hung + late == 0;
    }

    private Hearing hear(Path jar, Trial trial) throws Exception {
        var service = begin(jar, database.copy("trial_" + started));
        var heard = Hearing.HUNG;
        List<Socket> open = List.of();
        try {
            open = trial.fire(service, started);
            heard = Hearing.of(service.api().url());
        } catch (IOException | IllegalStateException e) {
            System.err.println(service.name() + ": " + e);
        }
        if (heard.hung()) {
            var threads = folder.resolve(service.name() + ".threads");
            Files.writeString(threads, Programs.jcmd(service.process(), "Thread.print"));
            System.err.println(trial + " of " + jar + " hangs: see " + threads + " and " + service.log());
        }
        for (var socket : open) {
            socket.close();
        }
        service.kill();
        return heard;
    }

    private Instance begin(Path jar, String jdbcUrl) throws IOException {
        var command = List.of("-Xmx512m", "-XX:ActiveProcessorCount=2", "-jar", jar.toString());
        return Instance.run("service-" + ++started, folder, Instance.environment(aws, jdbcUrl), command);
    }
}
