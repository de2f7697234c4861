package io.shisei.export;

import io.shisei.control.Severity;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the API shows it, and as JSON lines have it; {@code version} is its ETag, {@code archiveReason} null while it
 * is active, {@code assignee} who is to mend it, {@code suppressionId} the rule that hides it, {@code failingSince} since when it fails, {@code dueAt} when it is to
 * be mended, where there is a deadline.
 */
public record FindingItem(
        UUID id,
        String controlId,
        Severity severity,
        String accountId,
        String region,
        Subject resource,
        ComplianceStatus complianceStatus,
        String reason,
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

    /** The resource: {@code id} is its ARN, {@code key} its id among the resources of this API. */
    public record Subject(String id, String type, String name, Map<String, String> tags, UUID key) {
        static Subject of(Finding.Subject resource) {
            return new Subject(resource.arn(), resource.type(), resource.name(), resource.tags(), resource.key());
        }
    }

    public static FindingItem of(Finding finding, Locale locale) {
        return new FindingItem(
                finding.id(),
                finding.controlId().value(),
                finding.severity(),
                finding.accountId(),
                finding.region(),
                Subject.of(finding.resource()),
                finding.complianceStatus(),
                finding.reason().in(locale),
                finding.workflowStatus(),
                finding.assignee(),
                finding.suppressionId(),
                finding.recordState(),
                finding.archiveReason(),
                finding.firstObservedAt(),
                finding.statusChangedAt(),
                finding.failingSince(),
                finding.dueAt(),
                finding.lastEvaluatedAt(),
                finding.version());
    }
}
