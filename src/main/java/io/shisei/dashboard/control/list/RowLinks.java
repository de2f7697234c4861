package io.shisei.dashboard.control.list;

import io.shisei.control.ControlId;
import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.finding.WorkflowStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** Where a row leads; put together here, as a template would take most of a page's time for it. */
record RowLinks(String page, String failing, String unknown, String suppressed) {

    private static final String COUNTED = WorkflowStatus.OPEN.stream()
            .map(status -> "&workflowStatus=" + status)
            .collect(Collectors.joining());

    static RowLinks of(ControlId id, CircleChoice.Choice choice) {
        var findings = "/findings?controlId=" + id + of("&accountId=", choice.account()) + of("&ou=", choice.ou());
        return new RowLinks(
                "/controls/" + id + of("?account=", choice.account()) + of("?ou=", choice.ou()),
                findings + "&complianceStatus=FAILED" + COUNTED,
                findings + "&complianceStatus=WARNING&complianceStatus=NOT_AVAILABLE" + COUNTED,
                findings + "&workflowStatus=" + WorkflowStatus.SUPPRESSED);
    }

    /** At most one of them is chosen. */
    private static String of(String parameter, List<String> chosen) {
        return chosen.stream()
                .map(value -> parameter + UriUtils.encode(value, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
