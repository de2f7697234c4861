package io.shisei.score;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts a standard's controls over several accounts, each with the worst status that it has in any of them. */
final class WorstStatuses {

    /** From a scan on, a control has this status in an account. */
    record Change(Instant at, String accountId, String controlId, ControlStatus status) {}

    private final Map<String, Map<String, ControlStatus>> byControlAndAccount = new HashMap<>();
    private final Iterator<Change> changes;
    private final Map<String, Instant> retired;
    private @Nullable Change next;

    /** {@code changes} are in the order of time; so must the calls of {@link #point} be. */
    WorstStatuses(List<Change> changes, Map<String, Instant> retired) {
        this.changes = changes.iterator();
        this.retired = retired;
        advance();
    }

    /** The counts at a moment; {@code latest} are the accounts' own points. */
    StandardPoint point(Instant at, List<StandardPoint> latest) {
        while (next != null && !next.at().isAfter(at)) {
            byControlAndAccount
                    .computeIfAbsent(next.controlId(), control -> new HashMap<>())
                    .put(next.accountId(), next.status());
            advance();
        }
        forgetRetired(at);
        var counts = new EnumMap<ControlStatus, Integer>(ControlStatus.class);
        byControlAndAccount
                .values()
                .forEach(statuses -> counts.merge(Collections.min(statuses.values()), 1, Integer::sum));
        int passed = counts.getOrDefault(ControlStatus.PASSED, 0);
        int failed = counts.getOrDefault(ControlStatus.FAILED, 0);
        int unknown = counts.getOrDefault(ControlStatus.UNKNOWN, 0);
        var first = latest.getFirst();
        int disabled = latest.stream().mapToInt(StandardPoint::disabled).max().orElse(0);
        int all = first.passed() + first.failed() + first.unknown() + first.noData() + first.disabled();
        int noData = Math.max(0, all - passed - failed - unknown - disabled);
        var coverage = Trends.average(latest.stream().map(StandardPoint::coverage));
        return new StandardPoint(at, passed, failed, unknown, noData, disabled, coverage);
    }

    private void forgetRetired(Instant at) {
        if (!retired.isEmpty()) {
            byControlAndAccount
                    .values()
                    .forEach(statuses -> statuses.keySet().removeIf(account -> Sum.gone(retired, account, at)));
            byControlAndAccount.values().removeIf(Map::isEmpty);
        }
    }

    private void advance() {
        next = changes.hasNext() ? changes.next() : null;
    }
}
