package io.shisei.dashboard.finding;

import io.shisei.account.Accounts;
import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.dashboard.Words;
import io.shisei.entry.Unsplit;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of the list of findings as its address writes them; without record state, the active ones. */
record FindingAddress(
        @Nullable Set<UUID> id,
        @Nullable Set<String> accountId,
        @Nullable String ou,
        @Nullable Set<String> region,
        @Nullable Set<ControlId> controlId,
        @Nullable Set<String> service,
        @Nullable Set<String> standardId,
        @Nullable Set<Severity> severity,
        @Nullable Set<ComplianceStatus> complianceStatus,
        @Nullable Set<WorkflowStatus> workflowStatus,
        @Unsplit @Nullable Set<String> assignee,
        @Nullable Set<RecordState> recordState,
        @Unsplit @Nullable Set<String> resourceId,
        @Nullable Set<String> resourceType,
        @Nullable String q,
        @Nullable Boolean overdue) {

    /** @param user who asks */
    FindingFilter toFilter(Accounts accounts, String user) {
        return new FindingFilter(
                orEmpty(id),
                accounts.named(orEmpty(accountId), Words.orNull(ou)),
                orEmpty(region),
                orEmpty(controlId),
                orEmpty(service),
                orEmpty(standardId),
                orEmpty(severity),
                orEmpty(complianceStatus),
                orEmpty(workflowStatus),
                FindingFilter.Assignees.of(assignee, user),
                recordStates(),
                orEmpty(resourceId),
                orEmpty(resourceType),
                Words.orNull(q),
                Boolean.TRUE.equals(overdue));
    }

    /** Another page of the findings of a request's filters. */
    static UriComponentsBuilder of(HttpServletRequest request, String path) {
        return UriComponentsBuilder.fromPath(request.getContextPath() + path)
                .query(request.getQueryString())
                .replaceQueryParam("pageToken")
                .replaceQueryParam("sort");
    }

    Set<RecordState> recordStates() {
        return recordState == null || recordState.isEmpty() ? Set.of(RecordState.ACTIVE) : recordState;
    }

    static Set<String> texts(@Nullable Set<?> values) {
        return orEmpty(values).stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static <T> Set<T> orEmpty(@Nullable Set<T> values) {
        return values == null ? Set.of() : values;
    }
}
