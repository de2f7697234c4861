package io.shisei.sample;

import io.shisei.control.ControlId;
import io.shisei.finding.WorkflowStatus;
import java.util.Objects;

/**
 * What somebody decided about a finding of the day before.
 *
 * @param resource its ARN
 * @param note why
 * @param by the user who did it; need not be one of the product's
 */
record Decision(String control, String resource, WorkflowStatus status, String note, String by) {

    Decision {
        Objects.requireNonNull(control, "a decision without a control");
        Objects.requireNonNull(resource, () -> "a decision on " + control + " without a resource");
        Objects.requireNonNull(status, () -> "a decision on " + resource + " without a status");
        Objects.requireNonNull(note, () -> "a decision on " + resource + " without a note");
        Objects.requireNonNull(by, () -> "a decision on " + resource + " that nobody took");
    }

    ControlId controlId() {
        return new ControlId(control);
    }
}
