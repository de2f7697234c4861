package io.shisei.suppression;

import io.shisei.control.Controls;
import io.shisei.control.Text;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import io.shisei.suppression.ImportReport.Line;
import io.shisei.suppression.ImportReport.Outcome;
import io.shisei.suppression.foreign.ForeignFormat;
import io.shisei.suppression.foreign.ForeignRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes rules of those of other products. */
@Component
public class SuppressionImports {

    /** UTF-16 code units, as many as a long mutelist has. */
    public static final int TEXT = 500_000;

    private static final int RULES = 1000;

    private final Suppressions suppressions;
    private final RuleChecks checks;
    private final Controls controls;
    private final Clock clock;

    SuppressionImports(Suppressions suppressions, RuleChecks checks, Controls controls, Clock clock) {
        this.suppressions = suppressions;
        this.checks = checks;
        this.controls = controls;
        this.clock = clock;
    }

    /**
     * What is to be imported; all rules have the same owner, expiry and review date.
     *
     * @param reason of rules that have none of their own
     */
    public record Order(
            ForeignFormat format,
            String text,
            String reason,
            String owner,
            @Nullable Instant expiresAt,
            @Nullable LocalDate reviewOn) {

        Suppression.Plan plan(FindingMatch match, @Nullable String own) {
            var why = own == null || own.isBlank() ? reason : own.strip();
            return new Suppression.Plan(match, Text.shortened(why, Limits.NOTE), owner, expiresAt, reviewOn);
        }
    }

    /**
     * What {@link #run} would do; nothing is kept.
     *
     * @throws Refusal when the text holds no such rules, is too long, reason or owner are blank, or they
     *     would expire before now
     */
    public ImportReport check(Order order) {
        return report(order, plan -> {
            checks.check(plan.match());
            return null;
        });
    }

    /**
     * Makes a rule of each that can be taken and is not there yet, each by itself: what was made stays when a later one
     * fails.
     *
     * @throws Refusal as {@link #check}
     */
    public ImportReport run(Order order, String username) {
        return report(order, plan -> suppressions.create(plan, username).id());
    }

    private ImportReport report(Order order, Function<Suppression.Plan, @Nullable UUID> keep) {
        Limits.atMost("text", order.text(), TEXT);
        Limits.text("reason", order.reason(), Limits.NOTE);
        Limits.text("owner", order.owner(), Limits.NAME);
        RuleChecks.checkExpiry(order.expiresAt(), clock.instant());
        var rules = order.format().read(order.text(), id -> controls.find(id).isPresent());
        Limits.atMost("text", rules, RULES);
        var there = there();
        return new ImportReport(
                rules.stream().map(rule -> line(rule, order, there, keep)).toList());
    }

    /** What rules say that have not ended, lest a file that is imported again makes each of them twice. */
    private Map<Suppression.Plan, @Nullable UUID> there() {
        var there = new HashMap<Suppression.Plan, @Nullable UUID>();
        suppressions.list().stream()
                .filter(rule -> rule.endedAt() == null)
                .forEach(rule -> there.put(rule.plan(), rule.id()));
        return there;
    }

    private Line line(
            ForeignRule rule,
            Order order,
            Map<Suppression.Plan, @Nullable UUID> there,
            Function<Suppression.Plan, @Nullable UUID> keep) {
        if (rule.match() == null) {
            return new Line(rule.line(), rule.name(), Outcome.LEFT_OUT, null, null, rule.remarks());
        }
        try {
            var plan = order.plan(rule.match(), rule.reason());
            var taken = rule.remarks().isEmpty() ? Outcome.TAKEN : Outcome.TAKEN_OTHERWISE;
            var outcome = there.containsKey(plan) ? Outcome.THERE : taken;
            if (outcome != Outcome.THERE) {
                there.put(plan, keep.apply(plan));
            }
            return new Line(rule.line(), rule.name(), outcome, plan.match(), there.get(plan), rule.remarks());
        } catch (Refusal.Invalid refused) {
            var remarks = Stream.concat(rule.remarks().stream(), Stream.<Refusal>of(refused))
                    .toList();
            return new Line(rule.line(), rule.name(), Outcome.LEFT_OUT, null, null, remarks);
        }
    }
}
