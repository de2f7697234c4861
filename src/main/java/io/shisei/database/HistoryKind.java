package io.shisei.database;

import java.util.Locale;

/** The kinds of history that are kept for a time of their own. */
public enum HistoryKind {
    /** The changes of findings. */
    TRANSITIONS,
    /** The points of trends, and their days. */
    TRENDS,
    /** What resources were before they changed. */
    DOCUMENTS,
    /** Scans, and what they read. */
    SCANS;

    /** The end of the setting's name. */
    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
