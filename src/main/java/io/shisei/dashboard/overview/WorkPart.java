package io.shisei.dashboard.overview;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.coverage.Evaluations;
import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.dashboard.trend.Repair;
import io.shisei.deadline.TimesToFix;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.finding.sum.RepairSum;
import io.shisei.finding.sum.RepairSums;
import io.shisei.paging.Page;
import io.shisei.scan.Scan;
import io.shisei.scan.Scans;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is under way: scans, what they could not read, what is late, and how mending goes. */
@Component
class WorkPart {

    static final int SHOWN = 5;

    private final Scans scans;
    private final Evaluations evaluations;
    private final Findings findings;
    private final RepairSums repairs;
    private final Clock clock;

    WorkPart(Scans scans, Evaluations evaluations, Findings findings, RepairSums repairs, Clock clock) {
        this.scans = scans;
        this.evaluations = evaluations;
        this.findings = findings;
        this.repairs = repairs;
        this.clock = clock;
    }

    record SeverityRepair(Severity severity, Repair repair) {}

    /** A scan that could not make some checks completely. */
    record UnreadScan(UUID scanId, String account, long checks) {}

    record Work(
            List<Scan> running,
            List<Scan> newest,
            List<UnreadScan> unread,
            Page.Total overdue,
            List<SeverityRepair> repairs) {}

    /** @param open how mending goes, by control; of those of the standard it is added up */
    Work of(CircleChoice.Choice choice, Standard standard, Map<ControlId, RepairSum> open, TimesToFix times) {
        var circle = choice.circle();
        return new Work(
                scans.running(circle.chosen(), SHOWN),
                scans.newest(circle.chosen(), SHOWN),
                unread(choice),
                findings.count(FindingFilter.overdue(circle), times),
                repairs(standard, open));
    }

    private List<UnreadScan> unread(CircleChoice.Choice choice) {
        return evaluations.unread(choice.circle(), SHOWN).stream()
                .map(it -> new UnreadScan(it.scanId(), choice.name(it.accountId()), it.checks()))
                .toList();
    }

    private List<SeverityRepair> repairs(Standard standard, Map<ControlId, RepairSum> open) {
        var now = clock.instant();
        var counted = new TreeMap<>(open);
        counted.keySet().retainAll(standard.controls());
        var sums = repairs.bySeverity(counted);
        return Arrays.stream(Severity.values())
                .map(it -> new SeverityRepair(it, Repair.of(sums.get(it), now)))
                .toList();
    }
}
