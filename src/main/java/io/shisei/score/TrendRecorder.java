package io.shisei.score;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.coverage.Evaluations;
import io.shisei.database.Instants;
import io.shisei.finding.Counts;
import io.shisei.finding.sum.FindingMoves;
import io.shisei.finding.sum.FindingSums;
import io.shisei.finding.sum.OverdueSums;
import io.shisei.finding.sum.RepairSums;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds points to the trends. */
@Component
public class TrendRecorder {

    private final JdbcClient jdbc;
    private final Scores scores;
    private final Evaluations evaluations;
    private final FindingSums findings;
    private final RepairSums repairs;
    private final OverdueSums late;
    private final FindingMoves moves;
    private final Controls controls;
    private final TrendHistory history;
    private final DailySums days;

    TrendRecorder(
            JdbcClient jdbc,
            Scores scores,
            Evaluations evaluations,
            FindingSums findings,
            RepairSums repairs,
            OverdueSums late,
            FindingMoves moves,
            Controls controls,
            TrendHistory history,
            DailySums days) {
        this.jdbc = jdbc;
        this.scores = scores;
        this.evaluations = evaluations;
        this.findings = findings;
        this.repairs = repairs;
        this.late = late;
        this.moves = moves;
        this.controls = controls;
        this.history = history;
        this.days = days;
    }

    /**
     * Adds one point for each control that the scan evaluated or whose findings moved since the last, and one for each
     * standard.
     *
     * @param only the controls that the scan was limited to; null: every enabled one
     * @param coverage the scan's, 0 to 100
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String accountId, UUID scanId, @Nullable Set<ControlId> only, double coverage, Instant at) {
        add(
                accountId,
                scanId,
                score -> score.status() != ControlStatus.DISABLED
                        && score.evaluatedAt() != null
                        && (only == null || only.contains(score.control())),
                coverage,
                at);
    }

    /** Adds points where controls lost findings, or all of what they judged, without a scan. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(String accountId, Set<ControlId> lost, Instant at) {
        var coverage = Objects.requireNonNullElse(evaluations.coverage(Circle.of(accountId)), 0.0);
        add(accountId, null, score -> lost.contains(score.control()), coverage, at);
    }

    private void add(
            String accountId, @Nullable UUID scanId, Predicate<ControlScore> moved, double coverage, Instant at) {
        history.ensureMonth(at);
        days.lock();
        findings.settle(accountId);
        repairs.settle(accountId, at);
        evaluations.settle(accountId);
        var taken = moves.take(accountId);
        var now = scores.controls(Circle.of(accountId), taken.sums());
        var alsoMoved = taken.moves().stream().map(FindingMoves.Move::control).collect(Collectors.toSet());
        var points = now.values().stream()
                .filter(moved.or(score -> alsoMoved.contains(score.control())))
                .toList();
        var overdue = late.counts(accountId, at);
        record(accountId, scanId, points, overdue, coverage, at);
        controls.standards().forEach(standard -> record(accountId, scanId, standard, now, overdue, coverage, at));
        days.follow(accountId, taken.moves(), at);
    }

    private void record(
            String accountId,
            @Nullable UUID scanId,
            List<ControlScore> scores,
            Map<ControlId, Long> overdue,
            double coverage,
            Instant at) {
        jdbc.sql("""
                        insert into control_trend (account_id, control_id, at, scan_id, status,
                                                   passed, failed, unknown, suppressed, coverage, overdue)
                        select :account, control, :at, :scan, status, passed, failed, unknown, suppressed, :coverage, overdue
                        from unnest(:controls, :statuses, :passed, :failed, :unknown, :suppressed, :overdue)
                             as score (control, status, passed, failed, unknown, suppressed, overdue)
                        """)
                .param("account", accountId)
                .param("controls", texts(scores, score -> score.control().value()))
                .param("at", Instants.utc(at))
                .param("scan", scanId)
                .param("statuses", texts(scores, score -> score.status().name()))
                .param("passed", numbers(scores, Counts::passed))
                .param("failed", numbers(scores, Counts::failed))
                .param("unknown", numbers(scores, Counts::unknown))
                .param("suppressed", numbers(scores, Counts::suppressed))
                .param(
                        "overdue",
                        scores.stream()
                                .map(score -> overdue.get(score.control()))
                                .toArray(Long[]::new))
                .param("coverage", coverage)
                .update();
    }

    private static String[] texts(List<ControlScore> scores, Function<ControlScore, String> text) {
        return scores.stream().map(text).toArray(String[]::new);
    }

    private static Long[] numbers(List<ControlScore> scores, ToLongFunction<Counts> number) {
        return scores.stream().map(score -> number.applyAsLong(score.counts())).toArray(Long[]::new);
    }

    private void record(
            String accountId,
            @Nullable UUID scanId,
            Standard standard,
            Map<ControlId, ControlScore> now,
            Map<ControlId, Long> overdue,
            double coverage,
            Instant at) {
        var statuses = new EnumMap<ControlStatus, Integer>(ControlStatus.class);
        standard.controls().forEach(id -> statuses.merge(Scores.status(now, id), 1, Integer::sum));
        var findings = findings(standard, now);
        jdbc.sql("""
                        insert into standard_trend (account_id, standard_id, at, scan_id,
                                                    passed, failed, unknown, no_data, disabled, coverage,
                                                    findings_passed, findings_failed, findings_unknown,
                                                    findings_suppressed, findings_overdue, failing_by_severity)
                        values (:account, :standard, :at, :scan, :passed, :failed, :unknown, :none, :off, :coverage,
                                :findingsPassed, :findingsFailed, :findingsUnknown, :findingsSuppressed, :findingsOverdue, :failing)
                        """)
                .param("account", accountId)
                .param("standard", standard.id())
                .param("at", Instants.utc(at))
                .param("scan", scanId)
                .param("passed", statuses.getOrDefault(ControlStatus.PASSED, 0))
                .param("failed", statuses.getOrDefault(ControlStatus.FAILED, 0))
                .param("unknown", statuses.getOrDefault(ControlStatus.UNKNOWN, 0))
                .param("none", statuses.getOrDefault(ControlStatus.NO_DATA, 0))
                .param("off", statuses.getOrDefault(ControlStatus.DISABLED, 0))
                .param("coverage", coverage)
                .param("findingsPassed", findings.passed())
                .param("findingsFailed", findings.failed())
                .param("findingsUnknown", findings.unknown())
                .param("findingsSuppressed", findings.suppressed())
                .param("findingsOverdue", overdue(standard, overdue))
                .param("failing", SeveritySums.of(standard, now, controls))
                .update();
    }

    /** Null where nothing is demanded. */
    private static @Nullable Long overdue(Standard standard, Map<ControlId, Long> overdue) {
        return standard.controls().stream()
                .map(overdue::get)
                .filter(Objects::nonNull)
                .reduce(Long::sum)
                .orElse(null);
    }

    private static Counts findings(Standard standard, Map<ControlId, ControlScore> now) {
        return standard.controls().stream()
                .map(now::get)
                .filter(Objects::nonNull)
                .map(ControlScore::counts)
                .reduce(Counts.NONE, Counts::plus);
    }
}
