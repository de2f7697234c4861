package io.shisei.comparison;

import io.shisei.control.ControlId;
import io.shisei.control.Evidence;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.WorkflowStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one control says of one resource, by Security Hub and by us.
 *
 * @param region as ours has it, or else Security Hub
 * @param resource its ARN, or what Security Hub calls it
 * @param theirs null where Security Hub has no verdict
 * @param ours null where we have none
 * @param resourceKey finds the resource in the inventory; null where it is not there
 */
public record Compared(
        ControlId controlId,
        String region,
        String resource,
        Agreement outcome,
        @Nullable Theirs theirs,
        @Nullable Ours ours,
        @Nullable UUID resourceKey) {

    /** @param workflowStatus null where none was given */
    public record Theirs(
            ComplianceStatus complianceStatus,
            @Nullable WorkflowStatus workflowStatus,
            String region,
            Instant updatedAt) {}

    /** @param evidence null where the control or the resource is gone */
    public record Ours(Finding finding, @Nullable Evidence evidence) {}
}
