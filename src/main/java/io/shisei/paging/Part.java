package io.shisei.paging;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** A part of a list's sort key: its name in the SQL, and what it is in tokens. */
public record Part(String name, Function<String, ?> reading) {

    public static Part text(String name) {
        return new Part(name, text -> text);
    }

    public static Part instant(String name) {
        return new Part(name, Instant::parse);
    }

    public static Part uuid(String name) {
        return new Part(name, UUID::fromString);
    }

    /** Whether {@code text} can be such a part. */
    boolean fits(String text) {
        try {
            reading.apply(text);
            return true;
        } catch (IllegalArgumentException | DateTimeException other) {
            return false;
        }
    }
}
