package io.shisei.finding.list;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Counts;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.search.ChosenControls;
import io.shisei.finding.sum.StatusSum;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many findings a filter finds, by sums and therefore at once however many there are. What is told by kind leaves out
 * what the filter demands of that kind itself: it says what another choice would find.
 */
public final class Tally {

    private final FindingFilter filter;
    private final ChosenControls chosen;
    private final Map<ControlId, StatusSum> sums;

    /** @param sums of the filter's accounts */
    Tally(FindingFilter filter, ChosenControls chosen, Map<ControlId, StatusSum> sums) {
        this.filter = filter;
        this.chosen = chosen;
        this.sums = sums;
    }

    /** Whether the sums know all that the filter asks for. */
    static boolean knows(FindingFilter filter) {
        var statuses = filter.complianceStatuses();
        return filter.ofControlsAndAccountsOnly()
                && filter.asksForActiveAlone()
                && statuses.contains(ComplianceStatus.WARNING) == statuses.contains(ComplianceStatus.NOT_AVAILABLE)
                && (filter.workflowStatuses().isEmpty()
                        || filter.workflowStatuses().equals(Set.of(WorkflowStatus.SUPPRESSED))
                        || filter.workflowStatuses().equals(WorkflowStatus.OPEN));
    }

    public long total() {
        return sum(chosen::lets, this::wanted);
    }

    /** What is not known is told as WARNING. */
    public Map<ComplianceStatus, Long> byCompliance() {
        return Stream.of(ComplianceStatus.FAILED, ComplianceStatus.WARNING, ComplianceStatus.PASSED)
                .collect(Collectors.toMap(
                        status -> status, status -> sum(chosen::lets, counts -> StatusSum.of(counts, Set.of(status)))));
    }

    public Map<Severity, Long> bySeverity() {
        return Stream.of(Severity.values())
                .collect(Collectors.toMap(
                        severity -> severity,
                        severity -> sum(
                                id -> chosen.byName(id) && chosen.byKind(id) && chosen.isOf(severity, id),
                                this::wanted)));
    }

    public Map<ControlId, Long> byControl() {
        var counts = new TreeMap<ControlId, Long>();
        sums.forEach((id, sum) -> {
            if (chosen.bySeverity(id) && chosen.byKind(id)) {
                counts.put(id, visible(sum, this::wanted));
            }
        });
        return counts;
    }

    private long wanted(Counts counts) {
        return StatusSum.of(counts, filter.complianceStatuses());
    }

    private long sum(Predicate<ControlId> which, Function<Counts, Long> count) {
        return sums.entrySet().stream()
                .filter(it -> which.test(it.getKey()))
                .mapToLong(it -> visible(it.getValue(), count))
                .sum();
    }

    private long visible(StatusSum sum, Function<Counts, Long> count) {
        return (filter.asksFor(WorkflowStatus.NEW) ? count.apply(sum.open()) : 0)
                + (filter.asksFor(WorkflowStatus.SUPPRESSED) ? count.apply(sum.hidden()) : 0);
    }
}
