package io.shisei.dashboard.overview;

import io.shisei.dashboard.trend.Signed;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Reason;
import io.shisei.score.ControlStatus;
import io.shisei.score.StandardScore;
import io.shisei.score.circle.ScoreSince;
import io.shisei.score.circle.StandardHistory;
import io.shisei.score.step.Step;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asks first: how are we, better or worse than before, and why.
 *
 * @param changes against some days ago, the nearest first
 * @param whys what moved since the first of these days, by cause
 * @param seeming whether the score rose in that time only since something is not seen any more
 */
record Head(StandardScore score, List<StatusCount> statuses, List<Change> changes, List<Why> whys, boolean seeming) {

    /** How many days ago the score is compared with. */
    static final List<Integer> BACK = List.of(7, 30, 90);

    record StatusCount(ControlStatus status, int count) {}

    /**
     * @param from the first day on which what lies between moved
     * @param to the last
     * @param points by how many points the score changed; null where there was none then, or is none now
     */
    record Change(
            int days,
            LocalDate from,
            LocalDate to,
            @Nullable Integer points) {
        static Change of(ScoreSince since, @Nullable Integer now) {
            var then = since.score();
            return new Change(
                    since.days(),
                    since.day().plusDays(1),
                    since.day().plusDays(since.days()),
                    now == null || then == null ? null : now - then);
        }

        public Signed signed() {
            return Signed.of(points);
        }
    }

    record Why(MoveCause cause, long findings) {}

    static Head of(StandardScore score, StandardHistory history) {
        var statuses = Arrays.stream(ControlStatus.values())
                .map(it -> new StatusCount(it, score.controls().getOrDefault(it, 0)))
                .toList();
        var changes = history.since().stream()
                .map(since -> Change.of(since, score.score()))
                .toList();
        var lately = history.steps().stream()
                .filter(step -> !step.day().isBefore(changes.getFirst().from()))
                .toList();
        return new Head(score, statuses, changes, whys(lately), lately.stream().anyMatch(Step::risesByLostSight));
    }

    private static List<Why> whys(List<Step> steps) {
        Map<MoveCause, Long> findings = steps.stream()
                .flatMap(step -> step.reasons().stream())
                .collect(Collectors.groupingBy(Reason::cause, TreeMap::new, Collectors.summingLong(Reason::findings)));
        return findings.entrySet().stream()
                .map(it -> new Why(it.getKey(), it.getValue()))
                .toList();
    }

    /** Against the first of the days. */
    public Change lately() {
        return changes.getFirst();
    }
}
