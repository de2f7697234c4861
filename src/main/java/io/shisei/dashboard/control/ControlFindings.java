package io.shisei.dashboard.control;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.list.FindingLists;
import io.shisei.finding.list.FindingOrder;
import io.shisei.finding.sum.StatusSum;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The findings that decide a control's status: active, not suppressed. */
@Component
public class ControlFindings {
    private static final PageRequest FEW = PageRequest.first(20);

    private final FindingLists lists;
    private final Findings findings;
    private final Deadlines deadlines;

    ControlFindings(FindingLists lists, Findings findings, Deadlines deadlines) {
        this.lists = lists;
        this.findings = findings;
        this.deadlines = deadlines;
    }

    /** Those that fail, those of which it is not known, each the newest first, and how many should have been mended by now. */
    public record Lists(Page<Finding> failing, Page<Finding> unknown, Page.Total overdue) {}

    /** @param sums of the circle, by control */
    public Lists of(ControlId control, Circle circle, Map<ControlId, StatusSum> sums) {
        var times = deadlines.times();
        var failing = filter(control, circle, Set.of(ComplianceStatus.FAILED), WorkflowStatus.OPEN, false);
        var unknown = filter(
                control,
                circle,
                Set.of(ComplianceStatus.WARNING, ComplianceStatus.NOT_AVAILABLE),
                WorkflowStatus.OPEN,
                false);
        var overdue = filter(control, circle, Set.of(), Set.of(), true); // none of them is suppressed
        var found = lists.lists(List.of(failing, unknown), FindingOrder.NEWEST, FEW, sums, times);
        return new Lists(found.getFirst(), found.getLast(), findings.count(overdue, times));
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
