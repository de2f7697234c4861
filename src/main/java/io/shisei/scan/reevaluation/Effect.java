package io.shisei.scan.reevaluation;

import io.shisei.control.Verdict;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Counts;
import io.shisei.finding.sum.Standings.Standing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up what would change. */
final class Effect {

    private record Move(Optional<ComplianceStatus> from, Optional<ComplianceStatus> to) {}

    private final Map<Move, Long> moves = new HashMap<>();
    private Counts moved = Counts.NONE;
    private long resources;
    private int unjudged;
    private int unread;

    /** A resource was judged of which something, or (null) nothing, is said now. */
    void judged(@Nullable Standing now, @Nullable Verdict then) {
        resources++;
        move(now, then == null ? Optional.empty() : ComplianceStatus.of(then), 1);
    }

    /** So many findings would be taken out of sight. */
    void hidden(Standing now, long findings) {
        move(now, Optional.empty(), findings);
    }

    void unjudged() {
        unjudged++;
    }

    void unread() {
        unread++;
    }

    private void move(@Nullable Standing now, Optional<ComplianceStatus> then, long findings) {
        var before = Optional.ofNullable(now).map(Standing::status);
        if (!before.equals(then)) {
            moves.merge(new Move(before, then), findings, Long::sum);
            var suppressed = now != null && now.suppressed();
            moved = moved.plus(count(before, suppressed, -findings)).plus(count(then, suppressed, findings));
        }
    }

    private static Counts count(Optional<ComplianceStatus> status, boolean suppressed, long findings) {
        if (status.isEmpty()) {
            return Counts.NONE;
        }
        if (suppressed) {
            return new Counts(0, 0, 0, findings);
        }
        return switch (status.get()) {
            case PASSED -> new Counts(findings, 0, 0, 0);
            case FAILED -> new Counts(0, findings, 0, 0);
            case WARNING, NOT_AVAILABLE -> new Counts(0, 0, findings, 0);
        };
    }

    Counts moved() {
        return moved;
    }

    long resources() {
        return resources;
    }

    int countUnjudged() {
        return unjudged;
    }

    int countUnread() {
        return unread;
    }

    /** The most first. */
    List<SettingPreview.Move> moves() {
        return moves.entrySet().stream()
                .map(it -> new SettingPreview.Move(
                        it.getKey().from().orElse(null), it.getKey().to().orElse(null), it.getValue()))
                .sorted(Comparator.comparingLong(SettingPreview.Move::findings)
                        .reversed()
                        .thenComparing(it -> it.from() + " " + it.to()))
                .toList();
    }
}
