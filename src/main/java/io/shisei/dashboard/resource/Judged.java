package io.shisei.dashboard.resource;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import io.shisei.control.Control;
import io.shisei.control.Severity;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.resource.ResourceVerdict;
import io.shisei.finding.resource.ResourceVerdict.State;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the controls say of a resource, as its page shows it.
 *
 * @param counting what holds now, the worst first
 * @param others those that do not apply, have not looked yet, or look no more
 */
record Judged(List<ResourceVerdict> counting, List<ResourceVerdict> others) {

    private static final Comparator<ResourceVerdict> WORST_FIRST = comparing(
                    Judged::status, nullsLast(Comparator.naturalOrder()))
            .thenComparing(Judged::severity)
            .thenComparing(ResourceVerdict::id);

    static Judged of(List<ResourceVerdict> verdicts) {
        return new Judged(
                verdicts.stream()
                        .filter(it -> it.state() == State.JUDGED)
                        .sorted(WORST_FIRST)
                        .toList(),
                verdicts.stream().filter(it -> it.state() != State.JUDGED).toList());
    }

    /** How many fail. */
    public long failing() {
        return counting.stream()
                .filter(it -> verdict(it) == ComplianceStatus.FAILED)
                .count();
    }

    private static @Nullable Integer status(ResourceVerdict it) {
        var status = verdict(it);
        return status == null
                ? null
                : switch (status) {
                    case FAILED -> 0;
                    case WARNING, NOT_AVAILABLE -> 1;
                    case PASSED -> 2;
                };
    }

    private static @Nullable ComplianceStatus verdict(ResourceVerdict it) {
        Finding finding = it.finding();
        return finding == null ? null : finding.complianceStatus();
    }

    private static Severity severity(ResourceVerdict it) {
        Control control = it.control();
        return control == null ? Severity.INFORMATIONAL : control.severity();
    }
}
