package io.shisei.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is. */
final class Disk {

    // Two segments of PostgreSQL's log: without room for the next one it stops all at once.
    private static final long ENOUGH = 32L << 20;

    private Disk() {}

    static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < ENOUGH;
        } catch (IOException e) {
            return false; // other signs will show
        }
    }
}
