package io.shisei.coverage;

import io.shisei.control.ControlId;

/** A control that was evaluated where it is no more. */
public record Unseen(Place place, ControlId control, Why why) {

    /** What an operator, or a newer version of the product, changed. */
    public enum Why {
        ACCOUNT_RETIRED,
        REGION_NOT_WATCHED,
        CONTROL_DISABLED,
        CONTROL_REMOVED
    }
}
