package io.shisei.finding;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Occasion;
import io.shisei.control.Severity;
import io.shisei.control.Text;
import io.shisei.control.remediation.Failing;
import io.shisei.inventory.Resource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one control says of one resource, now.
 *
 * @param region the resource's, or {@code global}
 * @param reason what is wrong, or for a warning the IAM action and the error; may be empty when passed
 * @param assignee who is to mend it; null: nobody
 * @param suppressionId the rule that hides it; null where none does, as where it was suppressed by hand
 * @param archiveReason why it is archived; null while it is active
 * @param statusChangedAt when the compliance status last changed
 * @param failingSince since when it fails; also while nobody can look any more; null while it passes, or never failed
 * @param dueAt when it is to be mended, where there is a deadline; null while it does not fail
 * @param lastEvaluatedAt when the resource's region was last evaluated for this control
 * @param version counts the changes; the ETag of the API
 */
public record Finding(
        UUID id,
        ControlId controlId,
        Severity severity,
        String accountId,
        String region,
        Subject resource,
        ComplianceStatus complianceStatus,
        Text reason,
        WorkflowStatus workflowStatus,
        @Nullable String assignee,
        @Nullable UUID suppressionId,
        RecordState recordState,
        @Nullable ArchiveReason archiveReason,
        Instant firstObservedAt,
        Instant statusChangedAt,
        @Nullable Instant failingSince,
        @Nullable Instant dueAt,
        @Nullable Instant lastEvaluatedAt,
        int version) {

    /** A control that the product no longer has keeps its findings, as mere information. */
    public static Severity severityOf(Optional<Control> control) {
        return control.map(Control::severity).orElse(Severity.INFORMATIONAL);
    }

    /** The resource, as a remediation names it. */
    public Failing failing() {
        return new Failing(resource.type(), resource.arn(), accountId, region);
    }

    /** Whether it should have been mended by now: what is suppressed or archived has time. */
    public boolean isOverdue(Instant now) {
        return dueAt != null
                && dueAt.isBefore(now)
                && recordState == RecordState.ACTIVE
                && workflowStatus != WorkflowStatus.SUPPRESSED;
    }

    /** When and where it was last judged. */
    public Occasion occasion() {
        return new Occasion(judgedAt(), accountId, resource.partition(), region);
    }

    /** When something new was last known of it: a recheck judges after the last evaluation of the region. */
    public Instant judgedAt() {
        return lastEvaluatedAt == null || lastEvaluatedAt.isBefore(statusChangedAt) ? statusChangedAt : lastEvaluatedAt;
    }

    /** The resource that a finding is about; {@code key} finds it among the stored resources. */
    public record Subject(UUID key, String arn, String type, String name, Map<String, String> tags) {

        private String partition() {
            return Resource.partition(arn);
        }
    }
}
