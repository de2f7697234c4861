package io.shisei.database.embedded;

import io.shisei.database.start.Unusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the embedded database, held by one process at a time and closed to other users. */
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
     * Makes the folder if it is not there, takes it, closes it to other users, and stops a database that a killed service
     * left running.
     *
     * @throws Unusable when another process has it, or it cannot be written
     */
    static DataFolder claim(Path folder) {
        try {
            var claimed = new DataFolder(folder, lock(Private.folder(folder)));
            claimed.tighten();
            Orphan.stop(claimed.postgres());
            return claimed;
        } catch (IOException e) {
            throw new Unusable(
                    "The folder " + folder + " cannot be used for the database: " + e,
                    "Make it writable, or " + ELSEWHERE,
                    e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = Private.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

    /** The folder itself may belong to somebody else, as a mounted volume does; what is in it is ours. */
    private void tighten() throws IOException {
        try {
            Private.mode(folder, Private.FOLDER);
        } catch (IOException e) {
            LOG.warn("The folder {} stays as open as it is, though not what is in it: {}", folder, e.toString());
        }
        for (var ours : new Path[] {folder.resolve("lock"), password(), postgres(), binaries(), socket()}) {
            Private.tighten(ours);
        }
    }

    /** PostgreSQL's data. */
    Path postgres() {
        return folder.resolve("postgres");
    }

    /** The unpacked programs. */
    Path binaries() {
        return folder.resolve("postgres-binaries");
    }

    /** Where the socket is, unless this path is too long for one. */
    Path socket() {
        return folder.resolve("postgres-socket");
    }

    /** The password with which the service, and its administrator, log in. */
    Path password() {
        return folder.resolve("postgres-password");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
