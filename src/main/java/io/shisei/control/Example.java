package io.shisei.control;

import io.shisei.inventory.Document;

/** A document and what its control says of it: a test of the control, and an explanation on its page. */
public record Example(String name, Outcome expected, Document document) {

    /** {@code ABSENT}: the setting is absent; the control's verdict on that is part of the example's section. */
    public enum Outcome {
        PASSES,
        FAILS,
        ABSENT,
        UNKNOWN
    }
}
