package io.shisei.api.problem;

import java.io.IOException;

/** A request whose body is larger than the API reads. */
final class BodyTooLarge extends IOException {

    static final long LIMIT = 1 << 20;
    static final String DETAIL = "the body is larger than 1 MiB";

    BodyTooLarge() {
        super(DETAIL);
    }
}
