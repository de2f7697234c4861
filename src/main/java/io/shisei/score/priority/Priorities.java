package io.shisei.score.priority;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.deadline.Deadlines;
import io.shisei.deadline.TimesToFix;
import io.shisei.finding.sum.Backlog;
import io.shisei.finding.sum.Backlogs;
import io.shisei.finding.sum.RepairSum;
import io.shisei.finding.sum.RepairSums;
import io.shisei.paging.Page;
import io.shisei.score.ControlScore;
import io.shisei.score.ControlStatus;
import io.shisei.score.Scores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The controls of a standard that fail, the most urgent first. They are ranked by sums alone. */
@Component
public class Priorities {

    private static final Comparator<Priority> URGENT_FIRST = Comparator.comparingDouble(Priority::urgency)
            .reversed()
            .thenComparing(priority -> priority.control().id());

    private static final Backlog UNREAD = new Backlog(null, Page.Total.exact(0));

    private final Scores scores;
    private final RepairSums repairs;
    private final Backlogs backlogs;
    private final Deadlines deadlines;
    private final Controls controls;
    private final Clock clock;

    Priorities(
            Scores scores, RepairSums repairs, Backlogs backlogs, Deadlines deadlines, Controls controls, Clock clock) {
        this.scores = scores;
        this.repairs = repairs;
        this.backlogs = backlogs;
        this.deadlines = deadlines;
        this.controls = controls;
        this.clock = clock;
    }

    /** At most {@code limit} of them. */
    public List<Priority> list(String standardId, Circle circle, int limit) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var posture = scores.posture(standardId, circle);
        return list(posture, repairs.byControl(circle, today, today), deadlines.times(), circle, limit);
    }

    /** The same of what was read already; {@code open} is how old findings are, by control. */
    public List<Priority> list(
            Scores.Posture posture, Map<ControlId, RepairSum> open, TimesToFix times, Circle circle, int limit) {
        var now = clock.instant();
        var ranked = controls.members(Set.of(posture.standard().standardId())).stream()
                .map(posture.controls()::get)
                .filter(Objects::nonNull)
                .filter(score -> score.status() == ControlStatus.FAILED)
                .map(score -> ranked(score, open.getOrDefault(score.control(), RepairSum.NONE), posture, now))
                .sorted(URGENT_FIRST)
                .limit(limit)
                .toList();
        return withBacklogs(ranked, circle, times, now);
    }

    private Priority ranked(ControlScore score, RepairSum open, Scores.Posture posture, Instant now) {
        var control = controls.find(score.control()).orElseThrow();
        var age = open.meanAge(now);
        var failing = score.counts().failed();
        return new Priority(
                control,
                Urgency.of(control.severity(), failing, Objects.requireNonNullElse(age, Duration.ZERO)),
                failing,
                age,
                gain(score, posture),
                UNREAD);
    }

    private static double gain(ControlScore score, Scores.Posture posture) {
        return score.mended() == ControlStatus.PASSED
                ? 100.0 / posture.standard().judged()
                : 0;
    }

    private List<Priority> withBacklogs(List<Priority> ranked, Circle circle, TimesToFix times, Instant now) {
        var known = backlogs.of(ranked.stream().map(Priority::control).toList(), circle, times, now);
        return ranked.stream()
                .map(it -> it.with(known.getOrDefault(it.control().id(), UNREAD)))
                .toList();
    }
}
