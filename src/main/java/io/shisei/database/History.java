package io.shisei.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a module keeps of the past, for as long as the retention of its kind says. */
public interface History {

    HistoryKind kind();

    /** Drops what is older, but nothing that explains a current finding; answers of how many rows or months something was dropped. */
    int dropBefore(Instant before);

    /** What is kept, in any order; a month may come several times, or be missing where nothing of it is kept. */
    List<Month> months();

    /** How much of a month is kept; {@code first} is its first day, in UTC. */
    record Month(LocalDate first, long bytes) {

        public static Month of(ResultSet row, int number) throws SQLException {
            return new Month(row.getObject("first", LocalDate.class), row.getLong("bytes"));
        }
    }
}
