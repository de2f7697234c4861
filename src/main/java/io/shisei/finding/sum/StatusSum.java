package io.shisei.finding.sum;

import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Counts;
import java.util.Collection;

/**
 * How many active findings of a control say what.
 *
 * @param open those that are not suppressed
 * @param hidden those that are
 */
public record StatusSum(Counts open, Counts hidden) {

    /** Of {@code counts}, those that say one of these, or all where there are none; what is unknown is counted as WARNING. */
    public static long of(Counts counts, Collection<ComplianceStatus> statuses) {
        return (statuses.isEmpty() || statuses.contains(ComplianceStatus.PASSED) ? counts.passed() : 0)
                + (statuses.isEmpty() || statuses.contains(ComplianceStatus.FAILED) ? counts.failed() : 0)
                + (statuses.isEmpty() || statuses.contains(ComplianceStatus.WARNING) ? counts.unknown() : 0);
    }
}
