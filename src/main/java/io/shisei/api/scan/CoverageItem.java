package io.shisei.api.scan;

import io.shisei.coverage.Coverage;
import java.time.Instant;
import java.util.List;

/** What a scan read of one service in one region, as the API shows it. */
record CoverageItem(
        String region,
        String service,
        Coverage.State state,
        long checks,
        long completeChecks,
        long resources,
        long evaluations,
        long opened,
        long closed,
        long calls,
        long retries,
        long throttles,
        List<GapItem> gaps,
        Instant startedAt,
        Instant finishedAt) {

    /** What could not be read: the IAM action, AWS's error, and how many resources it concerns (0: the listing). */
    record GapItem(String action, String error, String message, long resources) {
        static GapItem of(Coverage.CountedGap counted) {
            var gap = counted.gap();
            return new GapItem(gap.action(), gap.error(), gap.message(), counted.resources());
        }
    }

    static CoverageItem of(Coverage coverage) {
        return new CoverageItem(
                coverage.region(),
                coverage.service(),
                coverage.state(),
                coverage.checks(),
                coverage.completeChecks(),
                coverage.resources(),
                coverage.evaluations(),
                coverage.opened(),
                coverage.closed(),
                coverage.calls(),
                coverage.retries(),
                coverage.throttles(),
                coverage.gaps().stream().map(GapItem::of).toList(),
                coverage.startedAt(),
                coverage.finishedAt());
    }
}
