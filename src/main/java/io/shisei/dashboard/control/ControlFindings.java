package io.shisei.dashboard.control;

import io.shisei.account.Circle;
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

    /** Those that fail, those of which it is not known, and those that should have been mended by now, each the newest first. */
    public record Lists(Page<Finding> failing, Page<Finding> unknown, Page<Finding> overdue) {}

    public Lists of(ControlId control, Circle circle) {
        var failing = filter(control, circle, Set.of(ComplianceStatus.FAILED), false);
        var unknown = filter(control, circle, Set.of(ComplianceStatus.WARNING, ComplianceStatus.NOT_AVAILABLE), false);
        var overdue = filter(control, circle, Set.of(), true);
        var lists = findings.lists(List.of(failing, unknown, overdue), FEW);
        return new Lists(lists.getFirst(), lists.get(1), lists.getLast());
    }

    private static FindingFilter filter(
            ControlId control, Circle circle, Set<ComplianceStatus> statuses, boolean overdue) {
        return new FindingFilter(
                Set.of(),
                circle.chosen(),
                Set.of(),
                Set.of(control),
                Set.of(),
                Set.of(),
                Set.of(),
                statuses,
                Set.copyOf(COUNTED),
                FindingFilter.Assignees.ANY,
                Set.of(RecordState.ACTIVE),
                Set.of(),
                Set.of(),
                null,
                overdue);
    }
}
