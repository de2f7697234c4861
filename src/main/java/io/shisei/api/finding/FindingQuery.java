package io.shisei.api.finding;

import io.shisei.api.Known;
import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.entry.Unsplit;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filters of the list of findings. Each may be repeated: the values of one filter are alternatives. */
record FindingQuery(
        @Parameter(description = "The finding's own id, to pick some one by one") @Nullable
        Set<UUID> id,

        @Nullable Set<String> accountId,

        @Parameter(description = "Accounts in this organizational unit, at any depth: a path such as /Workloads/Prod")
        @Nullable
        String ou,

        @Nullable Set<String> region,
        @Nullable Set<ControlId> controlId,
        @Nullable Set<String> service,

        @Parameter(description = "Controls that count for the score of the standard") @Nullable
        Set<String> standardId,

        @Nullable Set<Severity> severity,
        @Nullable Set<ComplianceStatus> complianceStatus,
        @Nullable Set<WorkflowStatus> workflowStatus,

        @Parameter(description = "Who is to mend it: a name, `me`, or `none` for nobody") @Unsplit @Nullable
        Set<String> assignee,

        @Parameter(description = "ACTIVE unless told") @Nullable
        Set<RecordState> recordState,

        @Parameter(description = "The resource's ARN") @Unsplit @Nullable
        Set<String> resourceId,

        @Nullable Set<String> resourceType,

        @Parameter(
                description =
                        "Words in the resource's name or in its ARN after the account, the ARN's beginning, or a part of"
                                + " the reason; the number of an account; the id of a control, which finds its findings alone")
        @Nullable
        String q,

        @Parameter(description = "Only those that should have been mended by now, by the deadlines") @Nullable
        Boolean overdue) {

    /** @param user who asks */
    FindingFilter filter(Known known, String user) {
        known.checkControls(all(controlId));
        known.checkServices(all(service));
        known.checkStandards(all(standardId));
        known.checkTypes("resourceType", all(resourceType));
        return new FindingFilter(
                all(id),
                known.accounts(all(accountId), ou),
                all(region),
                all(controlId),
                all(service),
                all(standardId),
                all(severity),
                all(complianceStatus),
                all(workflowStatus),
                FindingFilter.Assignees.of(assignee, user),
                recordState == null ? Set.of(RecordState.ACTIVE) : recordState,
                all(resourceId),
                all(resourceType),
                q == null || q.isBlank() ? null : q.strip(),
                Boolean.TRUE.equals(overdue));
    }

    private static <T> Set<T> all(@Nullable Set<T> chosen) {
        return chosen == null ? Set.of() : chosen;
    }
}
