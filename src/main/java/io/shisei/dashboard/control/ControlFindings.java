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
import io.shisei.finding.sum.FindingSums;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.score.ControlScore;
import io.shisei.score.Scores;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The findings that decide a control's status, which are active and not suppressed, and that status. */
@Component
public class ControlFindings {
    private static final PageRequest FEW = PageRequest.first(20);

    private final FindingSums sums;
    private final Scores scores;
    private final FindingLists lists;
    private final Findings findings;
    private final Deadlines deadlines;

    ControlFindings(FindingSums sums, Scores scores, FindingLists lists, Findings findings, Deadlines deadlines) {
        this.sums = sums;
        this.scores = scores;
        this.lists = lists;
        this.findings = findings;
        this.deadlines = deadlines;
    }

    /**
     * What they make of the control, those that fail and those of which it is not known, each the newest first, and how many
     * should have been mended by now.
     */
    public record Kept(ControlScore score, Page<Finding> failing, Page<Finding> unknown, Page.Total overdue) {}

    public Kept of(ControlId control, Circle circle) {
        var summed = sums.of(circle);
        var score = Objects.requireNonNull(scores.controls(circle, summed).get(control));
        var times = deadlines.times();
        var failing = filter(control, circle, Set.of(ComplianceStatus.FAILED), WorkflowStatus.OPEN, false);
        var unknown = filter(
                control,
                circle,
                Set.of(ComplianceStatus.WARNING, ComplianceStatus.NOT_AVAILABLE),
                WorkflowStatus.OPEN,
                false);
        var overdue = filter(control, circle, Set.of(), Set.of(), true); // none of them is suppressed
        var found = lists.lists(List.of(failing, unknown), FindingOrder.NEWEST, FEW, summed, times);
        return new Kept(score, found.getFirst(), found.getLast(), findings.count(overdue, times));
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
