package io.shisei.suppression;

import io.shisei.finding.Counts;
import io.shisei.finding.Findings;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.sum.FailingPast;
import io.shisei.finding.sum.FindingSums;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Patience;
import io.shisei.refusal.Refusal;
import io.shisei.score.Scores;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What rules would do that nobody has made yet. */
@Component
public class SuppressionPreviews {

    static final int DAYS = 90;

    private final JdbcClient jdbc;
    private final RuleChecks checks;
    private final Findings findings;
    private final FindingSums sums;
    private final FailingPast past;
    private final Scores scores;
    private final Clock clock;

    SuppressionPreviews(
            JdbcClient jdbc,
            RuleChecks checks,
            Findings findings,
            FindingSums sums,
            FailingPast past,
            Scores scores,
            Clock clock) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.findings = findings;
        this.sums = sums;
        this.past = past;
        this.scores = scores;
        this.clock = clock;
    }

    /**
     * What such a rule would hide now and would have hidden, and what it would make of the scores. A page that asks goes on
     * where this took too long.
     *
     * @throws Refusal when an account, a unit or a control that it names is not there, a region cannot be, or it would take
     *     too long to tell
     */
    @Transactional(readOnly = true, propagation = Propagation.NESTED)
    public SuppressionPreview of(FindingMatch match, PageRequest page) {
        checks.check(match);
        return Patience.read(
                jdbc,
                () -> read(match, page),
                () -> new Refusal.Impossible(SuppressionCode.PREVIEW_TOO_LONG, "resourcePatterns"));
    }

    private SuppressionPreview read(FindingMatch match, PageRequest page) {
        var counts = sums.counts(match);
        var failing = counts.values().stream().mapToLong(Counts::failed).sum();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var lately = past.of(match, failing, today.minusDays(DAYS - 1), today);
        return new SuppressionPreview(findings.open(match, page), scores.without(counts), lately.orElse(null));
    }
}
