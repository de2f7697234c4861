package io.shisei.api.comparison;

import io.shisei.comparison.Agreement;
import io.shisei.comparison.Compared;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.WorkflowStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one control says of one resource: {@code securityHub} is null where Security Hub has no verdict, {@code ours} where
 * we have none; {@code resourceKey} finds the resource among those of this API, null where it is not there.
 */
@Schema(name = "Comparison")
record ComparedItem(
        String controlId,
        String region,
        String resourceId,
        @Nullable UUID resourceKey,
        Agreement outcome,
        @Nullable SecurityHubs securityHub,
        @Nullable Ours ours) {

    /** What Security Hub says, as it was imported. */
    @Schema(name = "ComparisonSecurityHub")
    record SecurityHubs(
            ComplianceStatus complianceStatus,
            @Nullable WorkflowStatus workflowStatus,
            String region,
            Instant updatedAt) {
        static SecurityHubs of(Compared.Theirs theirs) {
            return new SecurityHubs(
                    theirs.complianceStatus(), theirs.workflowStatus(), theirs.region(), theirs.updatedAt());
        }
    }

    /** What we say now, with what the control read ({@code evidence}, by path), as of a finding. */
    @Schema(name = "ComparisonOurs")
    record Ours(
            UUID findingId,
            ComplianceStatus complianceStatus,
            WorkflowStatus workflowStatus,
            String reason,
            @Nullable Map<String, Object> evidence,
            @Nullable List<Object> violations,
            @Nullable Set<String> unread) {
        static Ours of(Compared.Ours ours, Locale locale) {
            var finding = ours.finding();
            var evidence = ours.evidence();
            return new Ours(
                    finding.id(),
                    finding.complianceStatus(),
                    finding.workflowStatus(),
                    finding.reason().in(locale),
                    evidence == null ? null : evidence.values(),
                    evidence == null ? null : evidence.violations(),
                    evidence == null ? null : evidence.unread());
        }
    }

    static ComparedItem of(Compared it, Locale locale) {
        return new ComparedItem(
                it.controlId().value(),
                it.region(),
                it.resource(),
                it.resourceKey(),
                it.outcome(),
                it.theirs() == null ? null : SecurityHubs.of(it.theirs()),
                it.ours() == null ? null : Ours.of(it.ours(), locale));
    }
}
