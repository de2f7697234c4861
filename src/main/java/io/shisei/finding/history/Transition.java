package io.shisei.finding.history;

import io.shisei.control.Text;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.Finding;
import io.shisei.finding.rule.RuleEffect;
import io.shisei.inventory.DocumentDifference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a finding, as it is kept for years.
 *
 * @param from null where the finding is new, or nobody was assigned
 * @param to null where nobody is assigned any more, and where only a note came
 * @param reason the finding's reason after the change
 * @param archiveReason why the record was archived; null for all other changes
 * @param cause why it moved the counts of scores; null where it did not
 * @param scanId the scan that saw it, null where a user or time did it
 * @param recheckId the recheck that saw it, for which {@code username} asked; null unless one did
 * @param username the user who did it, null where a scan or time did it
 * @param suppressionId the rule that hid it, or that hid it before; null where no rule was the cause
 * @param suppressionEffect what the rule did to it, or what became of the rule; null as before, and before this was kept
 * @param settingChangeId the change of a setting of the control because of which it is so; null where none was the cause
 * @param change by top-level field of the resource, what it was and what it became
 */
public record Transition(
        long id,
        UUID findingId,
        Finding.Subject resource,
        Instant at,
        What what,
        @Nullable String from,
        @Nullable String to,
        Text reason,
        @Nullable ArchiveReason archiveReason,
        @Nullable MoveCause cause,
        @Nullable UUID scanId,
        @Nullable UUID recheckId,
        @Nullable String username,
        @Nullable String note,
        @Nullable UUID suppressionId,
        @Nullable RuleEffect suppressionEffect,
        @Nullable UUID settingChangeId,
        Map<String, Change> change) {

    /** What changed in the resource, place by place. */
    public List<DocumentDifference> differences() {
        return new TreeMap<>(change)
                .entrySet().stream()
                        .flatMap(field ->
                                DocumentDifference.between(
                                        field.getKey(),
                                        field.getValue().before(),
                                        field.getValue().after())
                                        .stream())
                        .toList();
    }

    /** What of a finding changed. */
    public enum What {
        COMPLIANCE_STATUS,
        WORKFLOW_STATUS,
        RECORD_STATE,
        ASSIGNEE,
        /** Nothing: somebody had something to say. */
        NOTE;

        /** Whether what is known of the resource changed, not what people say of the finding. */
        public boolean ofResource() {
            return this == COMPLIANCE_STATUS || this == RECORD_STATE;
        }
    }

    /** A field before and after; null where it was not there. */
    public record Change(@Nullable Object before, @Nullable Object after) {}
}
