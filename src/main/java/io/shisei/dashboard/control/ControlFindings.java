package io.shisei.dashboard.control;

import io.shisei.control.ControlId;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The findings that decide a control's status: active, not suppressed. */
@Component
public class ControlFindings {
    private static final PageRequest FEW = PageRequest.first(20);

    /** A finding counts unless it is suppressed. */
    public static final List<WorkflowStatus> COUNTED =
            List.of(WorkflowStatus.NEW, WorkflowStatus.NOTIFIED, WorkflowStatus.RESOLVED);

    private final Findings findings;

    ControlFindings(Findings findings) {
        this.findings = findings;
    }

    Page<Finding> failing(ControlId control, @Nullable String account) {
        return list(control, account, Set.of(ComplianceStatus.FAILED));
    }

    Page<Finding> unknown(ControlId control, @Nullable String account) {
        return list(control, account, Set.of(ComplianceStatus.WARNING, ComplianceStatus.NOT_AVAILABLE));
    }

    private Page<Finding> list(ControlId control, @Nullable String account, Set<ComplianceStatus> statuses) {
        var filter = new FindingFilter(
                account == null ? Set.of() : Set.of(account),
                Set.of(),
                Set.of(control),
                Set.of(),
                Set.of(),
                Set.of(),
                statuses,
                Set.copyOf(COUNTED),
                Set.of(RecordState.ACTIVE),
                Set.of(),
                Set.of(),
                null,
                false);
        return findings.list(filter, FEW);
    }
}
