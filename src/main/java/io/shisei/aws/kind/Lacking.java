package io.shisei.aws.kind;

import io.shisei.inventory.Gap;

/** One of the calls that a part makes did not answer: the part is lacking, and this is why. */
final class Lacking extends RuntimeException {

    private final transient Gap gap;

    Lacking(Gap gap) {
        super(gap.summary(), null, false, false);
        this.gap = gap;
    }

    Gap gap() {
        return gap;
    }
}
