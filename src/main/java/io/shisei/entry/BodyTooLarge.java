package io.shisei.entry;

import java.io.IOException;

/** A request whose body is larger than we read. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge(BodyLimit limit) {
        super(limit.detail());
    }
}
