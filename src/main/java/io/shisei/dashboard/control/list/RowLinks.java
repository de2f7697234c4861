package io.shisei.dashboard.control.list;

import io.shisei.control.ControlId;
import io.shisei.dashboard.control.ControlFindings;
import io.shisei.finding.WorkflowStatus;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a row leads; put together here, as a template would take most of a page's time for it. */
record RowLinks(String page, String failing, String unknown, String suppressed) {

    private static final String COUNTED = ControlFindings.COUNTED.stream()
            .map(status -> "&workflowStatus=" + status)
            .collect(Collectors.joining());

    static RowLinks of(ControlId id, @Nullable String account) {
        var findings = "/findings?controlId=" + id + (account == null ? "" : "&accountId=" + account);
        return new RowLinks(
                "/controls/" + id + (account == null ? "" : "?account=" + account),
                findings + "&complianceStatus=FAILED" + COUNTED,
                findings + "&complianceStatus=WARNING&complianceStatus=NOT_AVAILABLE" + COUNTED,
                findings + "&workflowStatus=" + WorkflowStatus.SUPPRESSED);
    }
}
