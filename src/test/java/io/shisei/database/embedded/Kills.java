package io.shisei.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Kills a process that writes into an embedded database, with all processes of the database, in the middle of it; then
 * counts what had been acknowledged and is not there.
 */
public final class Kills {

    /** Rows of all rounds so far. */
    public record Tally(int kills, int acknowledged, Set<Long> lost) {}

    private final Path data;
    private final Random random;
    private final Set<Long> acknowledged = new HashSet<>();
    private long next;

    public Kills(Path data, long seed) {
        this.data = data;
        this.random = new Random(seed);
    }

    public Tally run(int kills) throws IOException, InterruptedException {
        for (int i = 0; i < kills; i++) {
            round();
        }
        try (var database = Embedded.start(data)) {
            var lost = new HashSet<>(acknowledged);
            database.jdbc()
                    .sql("select number from written")
                    .query(Long.class)
                    .list()
                    .forEach(lost::remove);
            return new Tally(kills, acknowledged.size(), lost);
        }
    }

    private void round() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        data.toString(),
                        Long.toString(next))
                .redirectErrorStream(true)
                .start();
        try (var said = process.inputReader()) {
            listen(said, 100 + random.nextInt(900));
            kill(process.toHandle());
            listen(said, Integer.MAX_VALUE);
        }
        process.waitFor();
        next += 1_000_000;
    }

    /** Notes what is acknowledged, until {@code most} were or the process has ended. */
    private void listen(BufferedReader said, int most) throws IOException {
        int heard = 0;
        var line = "";
        while (heard < most && (line = said.readLine()) != null) {
            if (line.startsWith("acknowledged ") && line.endsWith(".")) { // whole
                acknowledged.add(Long.valueOf(line.substring("acknowledged ".length(), line.length() - 1)));
                heard++;
            }
        }
        if (heard == 0 && most < Integer.MAX_VALUE) {
            throw new IllegalStateException("the process has written nothing");
        }
    }

    private void kill(ProcessHandle process) throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
        var server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        var all = new ArrayList<ProcessHandle>(
                Stream.concat(Stream.of(process, server), server.descendants()).toList());
        Collections.shuffle(all, random);
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
