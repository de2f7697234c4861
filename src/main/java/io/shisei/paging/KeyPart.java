package io.shisei.paging;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** A part of a list's sort key: its name in the SQL, and what it is in tokens. */
public record KeyPart(String name, Function<String, ?> reading) {

    public static KeyPart text(String name) {
        return new KeyPart(name, text -> text);
    }

    public static KeyPart instant(String name) {
        return new KeyPart(name, Instant::parse);
    }

    public static KeyPart number(String name) {
        return new KeyPart(name, Long::valueOf);
    }

    public static KeyPart uuid(String name) {
        return new KeyPart(name, UUID::fromString);
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
