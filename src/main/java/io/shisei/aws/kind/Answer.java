package io.shisei.aws.kind;

import io.shisei.inventory.Gap;

/** What came of asking AWS. */
sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /** There is none: not configured, or gone. */
    record None<T>() implements Answer<T> {}

    /** @param notOffered whether AWS says that the region lacks what was asked for, and may be believed */
    record Missing<T>(Gap gap, boolean notOffered) implements Answer<T> {}
}
