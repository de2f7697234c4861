package io.shisei.database;

import java.io.IOException;

/** The database that the service runs itself cannot be reached, and its disk is full: it waits for room. */
public final class DiskFull extends IOException {

    public DiskFull(IOException cause) {
        super("the database has no room left on its disk", cause);
    }
}
