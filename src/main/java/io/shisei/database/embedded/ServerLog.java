package io.shisei.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what PostgreSQL says, and remembers the last of it. */
final class ServerLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.shisei.database.postgres");
    private static final int REMEMBERED = 10;

    private final Deque<String> last = new ArrayDeque<>();

    /** Reads in the background. */
    static ServerLog of(Process process) {
        var log = new ServerLog();
        var thread = new Thread(() -> log.read(process.inputReader()), "postgres-log");
        thread.setDaemon(true);
        thread.start();
        return log;
    }

    private void read(BufferedReader output) {
        try (output) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                pass(line);
            }
        } catch (IOException e) {
            LOG.debug("The process that is read from has ended: {}", e.toString());
        }
    }

    private void pass(String line) {
        if (line.startsWith("FATAL:") || line.startsWith("PANIC:") || line.startsWith("WARNING:")) {
            LOG.warn(line);
        } else {
            LOG.debug(line);
        }
        synchronized (last) {
            last.addLast(line.strip());
            if (last.size() > REMEMBERED) {
                last.removeFirst();
            }
        }
    }

    /** The last lines, in one. */
    String last() {
        synchronized (last) {
            return String.join(" / ", last);
        }
    }
}
