package io.shisei.finding.list;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Counts;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.search.ChosenControls;
import io.shisei.finding.search.SoughtFindings;
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

    /** In the words of the index of what passes without being resolved, and the other way round. */
    private static final String RESOLVED = " and f.workflow_status = 'RESOLVED'";

    private final SoughtFindings sought;
    private final FindingFilter filter;
    private final ChosenControls chosen;
    private final Map<ControlId, StatusSum> sums;

    Groups(SoughtFindings sought, Map<ControlId, StatusSum> sums) {
        this.sought = sought;
        this.filter = sought.filter();
        this.chosen = sought.chosen();
        this.sums = sums;
    }

    List<Group> severestFirst() {
        var groups = new ArrayList<Group>();
        if (filter.asksFor(RecordState.ACTIVE)) {
            if (filter.asksForOpen()) {
                open(groups);
            }
            if (mayPass() && filter.asksFor(WorkflowStatus.SUPPRESSED) && any(sum -> total(sum.hidden()) > 0)) {
                groups.add(Group.newest(UNKNOWN + 2, "f.record_state = 'ACTIVE' and f.workflow_status = 'SUPPRESSED'")
                        .allUnsettled());
            }
        }
        if (mayPass() && filter.asksFor(RecordState.ARCHIVED)) {
            groups.add(Group.newest(UNKNOWN + 3, "f.record_state = 'ARCHIVED'"));
        }
        return groups;
    }

    /** What is overdue fails, or is not known to pass since, and is neither suppressed nor archived. */
    private boolean mayPass() {
        return !filter.overdue();
    }

    private void open(List<Group> groups) {
        if (filter.asksFor(ComplianceStatus.FAILED)) {
            failing(groups);
        }
        if (filter.asksFor(ComplianceStatus.WARNING, ComplianceStatus.NOT_AVAILABLE)
                && any(sum -> sum.open().unknown() > 0)) {
            var unknown = Group.OPEN + " and f.compliance_status in ('WARNING', 'NOT_AVAILABLE')";
            groups.add(Group.newest(UNKNOWN, filter.asksForResolvedAlone() ? unknown + RESOLVED : unknown)
                    .allUnsettled());
        }
        if (mayPass()
                && filter.asksFor(ComplianceStatus.PASSED)
                && any(sum -> sum.open().passed() > 0)) {
            var passed = Group.OPEN + " and f.compliance_status = 'PASSED'";
            groups.add(
                    filter.asksFor(WorkflowStatus.RESOLVED)
                            ? new FewControls(sought).newest(UNKNOWN + 1, passed)
                            : Group.newest(UNKNOWN + 1, passed + " and f.workflow_status in ('NEW', 'NOTIFIED')")
                                    .allUnsettled());
        }
    }

    private void failing(List<Group> groups) {
        for (var severity : Severity.values()) {
            var controls = sums.entrySet().stream()
                    .filter(sum -> sum.getValue().open().failed() > 0)
                    .map(Map.Entry::getKey)
                    .filter(id -> chosen.severity(id) == severity && chosen.lets(id) && chosen.byType(id))
                    .map(ControlId::value)
                    .sorted()
                    .toList();
            if (!controls.isEmpty()) {
                groups.add(failing(severity, controls).allUnsettled());
            }
        }
    }

    /** Of many controls a text that is common is met sooner among all than of each. */
    private boolean isMetAmongAll(List<String> controls) {
        return sought.isOfFew() || sought.common() && controls.size() > SoughtFindings.FEW_CONTROLS;
    }

    private Group failing(Severity severity, List<String> controls) {
        var condition = Group.OPEN + " and f.compliance_status = 'FAILED'";
        return isMetAmongAll(controls)
                ? Group.newestAmong(
                        severity.ordinal(), filter.asksForResolvedAlone() ? condition + RESOLVED : condition, controls)
                : Group.newest(severity.ordinal(), condition, controls);
    }

    private boolean any(Predicate<StatusSum> has) {
        return sums.entrySet().stream().anyMatch(it -> chosen.lets(it.getKey()) && has.test(it.getValue()));
    }

    private static long total(Counts counts) {
        return counts.passed() + counts.failed() + counts.unknown();
    }
}
