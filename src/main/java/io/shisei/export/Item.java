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

/** A finding as the API lists it. */
record Item(
        UUID id,
        String controlId,
        Severity severity,
        String accountId,
        String region,
        Subject resource,
        ComplianceStatus complianceStatus,
        String reason,
        WorkflowStatus workflowStatus,
        @Nullable UUID suppressionId,
        RecordState recordState,
        @Nullable ArchiveReason archiveReason,
        Instant firstObservedAt,
        Instant statusChangedAt,
        @Nullable Instant lastEvaluatedAt,
        int version) {

    record Subject(String id, String type, String name, Map<String, String> tags, UUID key) {}

    static Item of(Finding finding, Locale locale) {
        var resource = finding.resource();
        return new Item(
                finding.id(),
                finding.controlId().value(),
                finding.severity(),
                finding.accountId(),
                finding.region(),
                new Subject(resource.arn(), resource.type(), resource.name(), resource.tags(), resource.key()),
                finding.complianceStatus(),
                finding.reason().in(locale),
                finding.workflowStatus(),
                finding.suppressionId(),
                finding.recordState(),
                finding.archiveReason(),
                finding.firstObservedAt(),
                finding.statusChangedAt(),
                finding.lastEvaluatedAt(),
                finding.version());
    }
}
