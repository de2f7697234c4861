package io.shisei.finding.list;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.finding.ChosenControls;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Counts;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.sum.StatusSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The groups of a list that is sorted by severity, without those in which the filter can find nothing: sums tell that, however
 * much else the filter asks for.
 */
final class Groups {

    private static final int UNKNOWN = Severity.values().length;

    private final FindingFilter filter;
    private final ChosenControls chosen;
    private final Map<ControlId, StatusSum> sums;

    Groups(FindingFilter filter, ChosenControls chosen, Map<ControlId, StatusSum> sums) {
        this.filter = filter;
        this.chosen = chosen;
        this.sums = sums;
    }

    List<Group> severestFirst() {
        var groups = new ArrayList<Group>();
        if (filter.asksFor(RecordState.ACTIVE)) {
            open(groups);
            if (filter.asksFor(WorkflowStatus.SUPPRESSED) && any(sum -> total(sum.hidden()) > 0)) {
                groups.add(Group.newest(UNKNOWN + 2, "f.record_state = 'ACTIVE' and f.workflow_status = 'SUPPRESSED'"));
            }
        }
        if (filter.asksFor(RecordState.ARCHIVED)) {
            groups.add(Group.newest(UNKNOWN + 3, "f.record_state = 'ARCHIVED'"));
        }
        return groups;
    }

    private void open(List<Group> groups) {
        if (filter.asksFor(ComplianceStatus.FAILED)) {
            failing(groups);
        }
        if (filter.asksFor(ComplianceStatus.WARNING, ComplianceStatus.NOT_AVAILABLE)
                && any(sum -> sum.open().unknown() > 0)) {
            groups.add(Group.newest(UNKNOWN, Group.OPEN + " and f.compliance_status in ('WARNING', 'NOT_AVAILABLE')"));
        }
        if (filter.asksFor(ComplianceStatus.PASSED) && any(sum -> sum.open().passed() > 0)) {
            groups.add(Group.newest(UNKNOWN + 1, Group.OPEN + " and f.compliance_status = 'PASSED'"));
        }
    }

    private void failing(List<Group> groups) {
        for (var severity : Severity.values()) {
            var controls = sums.entrySet().stream()
                    .filter(sum -> sum.getValue().open().failed() > 0)
                    .map(Map.Entry::getKey)
                    .filter(id -> chosen.severity(id) == severity && chosen.lets(id))
                    .map(ControlId::value)
                    .sorted()
                    .toList();
            if (!controls.isEmpty()) {
                groups.add(
                        Group.newest(severity.ordinal(), Group.OPEN + " and f.compliance_status = 'FAILED'", controls));
            }
        }
    }

    private boolean any(Predicate<StatusSum> has) {
        return sums.entrySet().stream().anyMatch(it -> chosen.lets(it.getKey()) && has.test(it.getValue()));
    }

    private static long total(Counts counts) {
        return counts.passed() + counts.failed() + counts.unknown();
    }
}
