package io.shisei.dashboard.control;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.list.FindingLists;
import io.shisei.finding.list.FindingOrder;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The findings that decide a control's status: active, not suppressed. */
@Component
public class ControlFindings {
    private static final PageRequest FEW = PageRequest.first(20);

    private final FindingLists lists;
    private final Findings findings;

    ControlFindings(FindingLists lists, Findings findings) {
        this.lists = lists;
        this.findings = findings;
    }

    /** The newest of those that fail. */
    public Page<Finding> failing(ControlId control, Circle circle) {
        return newest(control, circle, Set.of(ComplianceStatus.FAILED));
    }

    /** The newest of those of which it is not known. */
    public Page<Finding> unknown(ControlId control, Circle circle) {
        return newest(control, circle, Set.of(ComplianceStatus.WARNING, ComplianceStatus.NOT_AVAILABLE));
    }

    /** How many should have been mended by now. */
    public Page.Total overdue(ControlId control, Circle circle) {
        return findings.count(filter(control, circle, Set.of(), Set.of(), true)); // none of them is suppressed
    }

    private Page<Finding> newest(ControlId control, Circle circle, Set<ComplianceStatus> statuses) {
        var filter = filter(control, circle, statuses, WorkflowStatus.OPEN, false);
        return lists.list(filter, FindingOrder.NEWEST, FEW).page();
    }

    private static FindingFilter filter(
            ControlId control,
            Circle circle,
            Set<ComplianceStatus> statuses,
            Set<WorkflowStatus> work,
            boolean overdue) {
        return new FindingFilter(
                Set.of(),
                circle.chosen(),
                Set.of(),
                Set.of(control),
                Set.of(),
                Set.of(),
                Set.of(),
                statuses,
                work,
                FindingFilter.Assignees.ANY,
                Set.of(RecordState.ACTIVE),
                Set.of(),
                Set.of(),
                null,
                overdue);
    }
}
