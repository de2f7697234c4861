package io.shisei.database.embedded;

import io.shisei.database.LocalDatabase;
import io.shisei.database.start.Unusable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running PostgreSQL. When it dies it is started again, at first soon, then at growing intervals. */
final class Server implements LocalDatabase, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration STABLE = Duration.ofMinutes(1);

    private final Cluster cluster;
    private final ClusterAccess access;
    private final String password;
    private final Thread watch = new Thread(this::watch, "postgres-watch");
    private volatile Run run;
    private volatile boolean running = true;
    private volatile boolean closing;

    private Server(Cluster cluster, ClusterAccess access) throws IOException {
        this.cluster = cluster;
        this.access = access;
        this.password = cluster.password();
        this.run = launch();
        watch.setDaemon(true);
    }

    /**
     * Takes the folder, sets up what is missing in it, starts PostgreSQL and waits until it answers, which after a crash may
     * take a while.
     */
    static Server start(Path data) throws IOException {
        var folder = DataFolder.claim(data);
        try {
            return start(folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Server start(DataFolder folder) throws IOException {
        var cluster = new Cluster(folder, Binaries.unpack(folder.binaries()));
        var access = ClusterAccess.to(folder);
        cluster.prepare(access);
        var server = new Server(cluster, access);
        server.watch.start();
        return server;
    }

    String url() {
        return access.url();
    }

    String password() {
        return password;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isFull() {
        return Disk.isFull(cluster.folder().postgres());
    }

    /** Answers when PostgreSQL takes connections, which after a crash may take a while. */
    private Run launch() throws IOException {
        var data = cluster.folder().postgres();
        Orphan.stop(data);
        var process = cluster.programs().startApart("postgres", List.of("-D", data.toString()));
        var run = new Run(process, ServerLog.of(process));
        while (!run.isReady(data)) {
            if (!process.isAlive()) {
                throw Programs.failed("postgres", run.log().last());
            }
            pause();
        }
        return run;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while PostgreSQL started");
        }
    }

    private record Run(Process process, ServerLog log) {

        /** By the file in which PostgreSQL keeps its process id (first line) and its state (eighth line). */
        boolean isReady(Path data) throws IOException {
            var file = data.resolve("postmaster.pid");
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            return lines.size() > 7
                    && lines.get(0).strip().equals(Long.toString(process.pid()))
                    && lines.get(7).strip().equals("ready");
        }
    }

    private void watch() {
        var pause = SHORTEST;
        try {
            while (!closing) {
                var began = System.nanoTime();
                run.process().waitFor();
                running = false;
                if (closing) {
                    return;
                }
                pause = System.nanoTime() - began > STABLE.toNanos() ? SHORTEST : pause;
                LOG.error(
                        "The database has ended. It is started again in {} ms. Its last words: {}",
                        pause.toMillis(),
                        run.log().last());
                pause = restart(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // by close
        }
    }

    /** Tries until the server runs; answers how long to wait after its next death, if that comes soon. */
    private Duration restart(Duration first) throws InterruptedException {
        for (var pause = first; ; pause = longer(pause)) {
            Thread.sleep(pause);
            try {
                run = launch();
                running = true;
                LOG.info("The database runs again");
                return longer(pause);
            } catch (IOException | RuntimeException e) {
                LOG.error(
                        "The database does not start; next try in {} ms: {}",
                        longer(pause).toMillis(),
                        e.getMessage());
            }
        }
    }

    private static Duration longer(Duration pause) {
        return pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
    }

    @Override
    public void close() throws IOException {
        if (closing) {
            return;
        }
        closing = true;
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stopped all the same
        }
        try {
            stop();
            access.close();
        } finally {
            cluster.folder().close();
        }
    }

    private void stop() throws IOException {
        try {
            if (running) {
                cluster.stop();
            }
            Orphan.stop(cluster.folder().postgres()); // that was being started
        } catch (Unusable e) {
            LOG.warn("The database was not stopped as it should be: {}", e.getMessage());
        }
    }
}
