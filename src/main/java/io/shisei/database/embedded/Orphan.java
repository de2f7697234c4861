package io.shisei.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that a killed service left running, known by the file in which PostgreSQL keeps its process id. */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

    private Orphan() {}

    /** Stops it, if there is one. The caller holds the folder, so that it belongs to no service that lives. */
    static void stop(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        var process = process(pidFile);
        if (process.filter(Orphan::isPostgres).isPresent()) {
            stop(process.get());
        } else if (process.isPresent()) {
            // Another program has got the number since: PostgreSQL would take it for a server and not start.
            Files.delete(pidFile);
        }
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.matches("postgres(\\.exe)?"))
                .isPresent();
    }

    private static void stop(ProcessHandle orphan) {
        LOG.info("Stopping the database (process {}) that a killed Shisei left behind", orphan.pid());
        orphan.destroy();
        try {
            orphan.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("the database (process " + orphan.pid() + ") does not stop: kill it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
