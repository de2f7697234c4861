package io.shisei.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Scans an account that changes with each round while instances of the service and the database are killed, then the same
 * rounds in peace, and compares what both runs left behind. Ends with status 1 when they differ.
 */
final class Chaos {

    private final Settings settings;
    private final Path folder;
    private final String aws;
    private final List<String> events = new ArrayList<>();
    private int kills;
    private int struck;
    private int restarts;

    private Chaos(Settings settings, Path folder) throws IOException {
        this.settings = settings.or(
                "buckets=2000", "groups=1000", "instances=400", "policies=200", "tasks=400", "latency=150", "seed=1");
        this.folder = folder;
        this.aws = Programs.stub(this.settings);
    }

    public static void main(String... arguments) throws Exception {
        var folder = Files.createTempDirectory("shisei-chaos");
        var equal = false;
        try {
            equal = new Chaos(Settings.of(arguments), folder).run();
        } finally {
            Programs.killAll();
            if (equal) {
                Folders.delete(folder);
            } else {
                System.out.println("Logs and data are kept in " + folder);
            }
        }
        System.exit(equal ? 0 : 1);
    }

    private boolean run() throws Exception {
        var began = System.nanoTime();
        var war = outcome("war", settings.number("rounds", 8), true);
        var middle = System.nanoTime();
        var peace = outcome("peace", war.scans().size(), false);
        var differences = peace.differences(war);
        print(peace, differences, (System.nanoTime() - middle) / 1e9, (middle - began) / 1e9);
        return differences.isEmpty();
    }

    private Outcome outcome(String name, int rounds, boolean disturbed) throws Exception {
        var place = folder.resolve(name);
        Files.createDirectories(place);
        try (var database = new Database(place.resolve("database"))) {
            var environment = new TreeMap<>(Instance.environment(aws, database.url()));
            environment.put("SHISEI_AWS_SHARE", settings.text("share", "100"));
            environment.put("DBSCHEDULER_THREADS", "2"); // so that instances have to share a scan's units
            var fleet = new Fleet(place, environment, settings.number("instances-of-service", disturbed ? 3 : 1));
            fleet.api().register(new StubAccount(settings).regions());
            try {
                scans(fleet, database, rounds, disturbed);
                return Outcome.of(database);
            } finally {
                fleet.stop();
            }
        }
    }

    private void scans(Fleet fleet, Database database, int rounds, boolean disturbed) throws Exception {
        var recoveries = new Recoveries(database);
        var killer = new Killer(fleet, database, recoveries);
        var thread = new Thread(killer);
        if (disturbed) {
            thread.start();
        }
        try {
            for (int round = 0; round < rounds || disturbed && kills < settings.number("kills", 30); round++) {
                RestApi.get(aws + "/_stub/round/" + round);
                scan(fleet, database, round + 1);
                System.err.printf("round %d done, %d kills so far%n", round, kills);
            }
        } finally {
            killer.stop = true;
            thread.join(60_000);
        }
        if (disturbed) {
            events.add("| recoveries: leased tasks that another worker took up | " + recoveries.describe() + " |");
        }
    }

    /** Starts the scan with this number, however often that takes, and waits until it has ended. */
    private void scan(Fleet fleet, Database database, int number) throws InterruptedException {
        var end = System.nanoTime()
                + Duration.ofMinutes(settings.number("minutes-per-scan", 8)).toNanos();
        while (System.nanoTime() < end) {
            try {
                var counts = database.rows("select count(*), count(finished_at) from scan")
                        .getFirst();
                if (Integer.parseInt(counts.get(1)) == number) {
                    return;
                }
                if (Integer.parseInt(counts.get(0)) < number) {
                    var api = fleet.api();
                    if (api != null) {
                        api.start();
                    }
                }
            } catch (IOException | SQLException | IllegalStateException e) {
                System.err.println("not now: " + e);
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException("scan " + number + " hangs");
    }

    /** Kills at random moments until it is told to stop; the same seed draws the same victims and pauses. */
    private final class Killer implements Runnable {

        private final Random random = new Random(settings.number("seed", 1));
        private final Fleet fleet;
        private final Database database;
        private final Recoveries recoveries;
        private volatile boolean stop;

        Killer(Fleet fleet, Database database, Recoveries recoveries) {
            this.fleet = fleet;
            this.database = database;
            this.recoveries = recoveries;
        }

        @Override
        public void run() {
            try {
                while (!stop && kills < settings.number("kills", 30)) {
                    watch(random.nextLong(2_000, 2L * settings.number("pause", 12_000)));
                    if (!stop) {
                        strike();
                    }
                    watch(random.nextLong(500, 6_000));
                    fleet.replaceDead();
                }
                while (!stop) {
                    watch(1_000);
                    fleet.replaceDead();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private void strike() throws InterruptedException, IOException {
            var victim = fleet.kill(random);
            if (!victim.isEmpty()) {
                kills++;
                int had = recoveries.lost(victim);
                struck += had > 0 ? 1 : 0;
                System.err.printf("killed %s, which had %d tasks%n", victim, had);
            }
            if (kills == settings.number("kills", 30) / 3 * (restarts + 1)) {
                restarts++;
                System.err.println("crashing the database");
                database.crash(random.nextLong(500, 4_000));
            }
        }

        private void watch(long millis) throws InterruptedException {
            var end = System.nanoTime() + millis * 1_000_000;
            while (System.nanoTime() < end && !stop) {
                recoveries.look();
                Thread.sleep(250);
            }
        }
    }

    private void print(Outcome peace, List<String> differences, double calm, double wild) {
        System.out.println(
                "| chaos, seed " + settings.number("seed", 1) + ", " + Machine.describe() + " | |\n|---|---|");
        System.out.println("| scans | " + peace.scans().size() + " |");
        System.out.println("| undisturbed, one instance | %.0f s |".formatted(calm));
        System.out.println("| disturbed, three instances | %.0f s |".formatted(wild));
        System.out.println("| kills | %d, of instances at work %d |".formatted(kills, struck));
        System.out.println("| crashes of the database | " + restarts + " |");
        events.forEach(System.out::println);
        System.out.println("| findings, transitions by finding, trend points | %d, %d, %d |"
                .formatted(
                        peace.findings().size(),
                        peace.transitions().size(),
                        peace.trend().size()));
        System.out.println("| differences | " + (differences.isEmpty() ? "none" : differences.size()) + " |");
        differences.forEach(System.out::println);
    }
}
