package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are wanted. An empty set does not restrict; several values of one set are alternatives.
 *
 * @param services as in the control's id
 * @param resourceArns the resource's id in the API
 * @param text found in the ARN, the name, the control's id or the reason, upper and lower case alike
 */
public record FindingFilter(
        Set<String> accountIds,
        Set<String> regions,
        Set<ControlId> controlIds,
        Set<String> services,
        Set<Severity> severities,
        Set<ComplianceStatus> complianceStatuses,
        Set<WorkflowStatus> workflowStatuses,
        Set<RecordState> recordStates,
        Set<String> resourceArns,
        Set<String> resourceTypes,
        @Nullable String text) {

    /** Every active finding. */
    public static final FindingFilter ACTIVE = new FindingFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(RecordState.ACTIVE),
            Set.of(),
            Set.of(),
            null);
}
