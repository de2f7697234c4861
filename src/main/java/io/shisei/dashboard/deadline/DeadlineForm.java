package io.shisei.dashboard.deadline;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.dashboard.Words;
import io.shisei.deadline.Deadline;
import io.shisei.deadline.DeadlineCode;
import io.shisei.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** A deadline as people type it: of a control where one is named, else of the severity. */
record DeadlineForm(
        @Nullable Severity severity,
        @Nullable String controlId,
        @Nullable String accountId,
        @Nullable String days) {

    static final DeadlineForm EMPTY = new DeadlineForm(null, null, null, null);

    Deadline toDeadline() {
        var control = control();
        return new Deadline(control == null ? severity : null, control, Words.orNull(accountId), number());
    }

    private @Nullable ControlId control() {
        var typed = Words.orNull(controlId);
        return typed == null ? null : ControlId.parse("controlId", typed);
    }

    private int number() {
        try {
            return Integer.parseInt(days == null ? "" : days.strip());
        } catch (NumberFormatException e) {
            throw new Refusal.Invalid(DeadlineCode.DEADLINE_DAYS, "days", Deadline.MOST_DAYS);
        }
    }
}
