package io.shisei.database;

import java.time.Instant;

/** What a module keeps of the past, for as long as the retention says. */
public interface History {

    /** What it is a history of, as the log says it. */
    String name();

    /** Drops what is older; answers how many rows or months that were. */
    int dropBefore(Instant before);
}
