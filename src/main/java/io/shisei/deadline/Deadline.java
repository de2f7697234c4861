package io.shisei.deadline;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * In how many days a finding is to be mended from when it began to fail: of one severity or of one control.
 *
 * @param accountId null: in all accounts
 * @param days 1 to {@value #MOST_DAYS}, of 24 hours each
 */
public record Deadline(
        @Nullable Severity severity,
        @Nullable ControlId controlId,
        @Nullable String accountId,
        int days) {

    /** The longest, about ten years. */
    public static final int MOST_DAYS = 3650;

    /** @throws Refusal.Invalid unless it is of a severity or of a control, and its days are within bounds */
    public Deadline {
        if ((severity == null) == (controlId == null)) {
            throw new Refusal.Invalid(DeadlineCode.DEADLINE_OF_ONE, "severity");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new Refusal.Invalid(DeadlineCode.DEADLINE_DAYS, "days", MOST_DAYS);
        }
    }

    /** What it is of, whatever its days are. */
    Subject subject() {
        return new Subject(severity, controlId, accountId);
    }

    /** What there can be one deadline of. */
    record Subject(
            @Nullable Severity severity,
            @Nullable ControlId controlId,
            @Nullable String accountId) {}
}
