package io.shisei.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the embedded database, held by one process at a time. */
final class DataFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private static final String ELSEWHERE =
            "choose another folder with shisei.data-dir, or a database of your own with spring.datasource.url.";

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is not there, takes it, and stops a database that a killed service left running.
     *
     * @throws Unusable when another process has it, or it cannot be written
     */
    static DataFolder claim(Path folder) {
        try {
            Files.createDirectories(folder);
            var claimed = new DataFolder(folder, lock(folder));
            claimed.orphan().ifPresent(DataFolder::stop);
            return claimed;
        } catch (IOException e) {
            throw new Unusable(
                    "The folder " + folder + " cannot be used for the database: " + e,
                    "Make it writable, or " + ELSEWHERE,
                    e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (taken(channel)) {
            channel.close();
            throw new Unusable("Another Shisei is using the folder " + folder + ".", "Stop it, or " + ELSEWHERE);
        }
        return channel;
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) { // by this very process
            return true;
        }
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path binaries() {
        return folder.resolve("postgres-binaries");
    }

    private Optional<ProcessHandle> orphan() throws IOException {
        var pidFile = postgres().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var pid = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .orElse("");
        return pid.matches("\\d+")
                ? ProcessHandle.of(Long.parseLong(pid))
                        .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                : Optional.empty();
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

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
