package io.shisei.entry;

import java.io.IOException;

/** A request whose body is larger than we read. */
public final class BodyTooLarge extends IOException {

    public static final String DETAIL = "the body is larger than 1 MiB";

    static final int LIMIT = 1 << 20;

    BodyTooLarge() {
        super(DETAIL);
    }
}
