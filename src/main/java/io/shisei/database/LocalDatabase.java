package io.shisei.database;

/** What can be told of a database that the service runs itself without asking it. */
public interface LocalDatabase {

    /** False while it is dead or starts. */
    boolean isRunning();

    /** Whether its disk has no room for what it writes next. */
    boolean isFull();
}
