package io.shisei.score;

import io.shisei.account.Circle;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.coverage.Evaluated;
import io.shisei.coverage.Evaluations;
import io.shisei.finding.Counts;
import io.shisei.finding.sum.FindingSums;
import io.shisei.finding.sum.StatusSum;
import io.shisei.inventory.Gap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How controls and standards are kept now, in one account or (null) in all that are not retired. */
@Component
public class Scores {

    private final FindingSums findings;
    private final Evaluations evaluations;
    private final Controls controls;

    Scores(FindingSums findings, Evaluations evaluations, Controls controls) {
        this.findings = findings;
        this.evaluations = evaluations;
        this.controls = controls;
    }

    /** Every control of the catalogue, sorted by id. */
    public Map<ControlId, ControlScore> controlsOf(Circle circle) {
        return controls(circle, findings.of(circle));
    }

    /** The same, of findings that were counted already. */
    public Map<ControlId, ControlScore> controls(Circle circle, Map<ControlId, StatusSum> sums) {
        var evaluated = evaluations.byControl(circle);
        var scores = new TreeMap<ControlId, ControlScore>();
        switches(circle)
                .forEach((id, enabled) ->
                        scores.put(id, score(id, enabled, sums.getOrDefault(id, StatusSum.NONE), evaluated.get(id))));
        return scores;
    }

    /** In a unit a control is on that is on in any of its accounts. */
    private Map<ControlId, Boolean> switches(Circle circle) {
        if (circle.ou() == null) {
            return controls.switches(circle.account());
        }
        var off = controls.off();
        var switches = new TreeMap<ControlId, Boolean>();
        controls.all()
                .forEach(control -> switches.put(
                        control.id(),
                        Objects.requireNonNull(circle.accounts()).stream()
                                .anyMatch(account ->
                                        !off.getOrDefault(account, List.of()).contains(control.id()))));
        return switches;
    }

    private static ControlScore score(ControlId id, boolean enabled, StatusSum sum, @Nullable Evaluated evaluated) {
        var counts = sum.counts();
        var gaps = evaluated == null ? List.<Gap>of() : evaluated.gaps();
        var at = evaluated == null ? null : evaluated.at();
        var status = ControlScore.status(enabled, counts, gaps, at);
        return new ControlScore(id, status, counts, counts.revealing(sum.hidden()), gaps, at);
    }

    /**
     * How a control's findings and the scores of standards are, and would be.
     *
     * @param now the control's active findings
     */
    public record Change(Counts now, Counts then, List<ScoreChange> standards) {}

    /**
     * In one account or (null) in all, if a control was on or off, and so many more or (below zero) fewer of its findings said
     * the one or the other.
     */
    public Change change(ControlId control, @Nullable String accountId, boolean enabled, Counts more) {
        var now = controlsOf(Circle.of(accountId));
        var before = Objects.requireNonNull(now.get(control));
        var after = before.with(enabled, more);
        var then = new TreeMap<>(now);
        then.put(control, after);
        return new Change(before.counts(), after.counts(), changes(now, then));
    }

    /** The score of each standard over all accounts, as it is and as it would be without {@code hidden} findings. */
    public List<ScoreChange> without(Map<ControlId, Counts> hidden) {
        var now = controlsOf(Circle.ALL);
        var then = new TreeMap<>(now);
        hidden.forEach((id, counts) -> then.computeIfPresent(id, (same, score) -> score.hiding(counts)));
        return changes(now, then);
    }

    private List<ScoreChange> changes(Map<ControlId, ControlScore> now, Map<ControlId, ControlScore> then) {
        return controls.standards().stream()
                .map(standard -> new ScoreChange(
                        standard.id(),
                        score(statuses(standard, now, ControlScore::status)),
                        score(statuses(standard, then, ControlScore::status))))
                .toList();
    }

    /**
     * How a standard is kept, and each control.
     *
     * @param controls every one of the catalogue, sorted by id
     */
    public record Posture(StandardScore standard, Map<ControlId, ControlScore> controls) {}

    /** @throws java.util.NoSuchElementException when there is no such standard */
    public StandardScore standard(String standardId, @Nullable String accountId) {
        return posture(standardId, Circle.of(accountId)).standard();
    }

    /** @throws java.util.NoSuchElementException when there is no such standard */
    public Posture posture(String standardId, Circle circle) {
        var now = controlsOf(circle);
        return new Posture(score(standardId, circle, now), now);
    }

    private StandardScore score(String standardId, Circle circle, Map<ControlId, ControlScore> now) {
        var standard = controls.standards().stream()
                .filter(candidate -> candidate.id().equals(standardId))
                .findFirst()
                .orElseThrow();
        var statuses = statuses(standard, now, ControlScore::status);
        return new StandardScore(
                standardId,
                score(statuses),
                score(statuses(standard, now, ControlScore::unsuppressedStatus)),
                statuses,
                severities(standard, now),
                evaluations.coverage(circle));
    }

    /** The status of a control that a standard names; NO_DATA when we cannot judge it yet. */
    static ControlStatus status(Map<ControlId, ControlScore> now, ControlId id) {
        return status(now, id, ControlScore::status);
    }

    private static ControlStatus status(
            Map<ControlId, ControlScore> now, ControlId id, Function<ControlScore, ControlStatus> status) {
        var score = now.get(id);
        return score == null ? ControlStatus.NO_DATA : status.apply(score);
    }

    private static Map<ControlStatus, Integer> statuses(
            Standard standard, Map<ControlId, ControlScore> now, Function<ControlScore, ControlStatus> status) {
        var statuses = new EnumMap<ControlStatus, Integer>(ControlStatus.class);
        Stream.of(ControlStatus.values()).forEach(each -> statuses.put(each, 0));
        standard.controls().forEach(id -> statuses.merge(status(now, id, status), 1, Integer::sum));
        return statuses;
    }

    private static @Nullable Integer score(Map<ControlStatus, Integer> statuses) {
        return StandardPoint.score(
                statuses.getOrDefault(ControlStatus.PASSED, 0),
                statuses.getOrDefault(ControlStatus.FAILED, 0),
                statuses.getOrDefault(ControlStatus.UNKNOWN, 0));
    }

    private Map<Severity, StandardScore.BySeverity> severities(Standard standard, Map<ControlId, ControlScore> now) {
        var severities = new EnumMap<Severity, StandardScore.BySeverity>(Severity.class);
        for (var severity : Severity.values()) {
            var enabled = controls.all().stream()
                    .filter(control -> control.severity() == severity)
                    .map(Control::id)
                    .filter(standard.controls()::contains)
                    .filter(id -> status(now, id) != ControlStatus.DISABLED)
                    .toList();
            var failed = enabled.stream()
                    .filter(id -> status(now, id) == ControlStatus.FAILED)
                    .count();
            var findings = now.values().stream()
                    .filter(score -> enabled.contains(score.control()))
                    .mapToLong(score -> score.counts().failed())
                    .sum();
            severities.put(severity, new StandardScore.BySeverity((int) failed, enabled.size(), findings));
        }
        return severities;
    }
}
