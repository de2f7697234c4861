package io.shisei.suppression;

import io.shisei.finding.Suppressing;
import io.shisei.score.TrendRecorder;
import io.shisei.suppression.Suppression.Change.What;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets findings and trends follow when rules begin and end: in the transaction in which they do, and as far as that would
 * take too long in a task, which also ends what has expired.
 */
@Component
class SuppressionEffect {

    private final StoredSuppressions stored;
    private final RulesInForce rules;
    private final SuppressionChanges changes;
    private final Suppressing suppressing;
    private final TrendRecorder trends;
    private final Clock clock;

    SuppressionEffect(
            StoredSuppressions stored,
            RulesInForce rules,
            SuppressionChanges changes,
            Suppressing suppressing,
            TrendRecorder trends,
            Clock clock) {
        this.stored = stored;
        this.rules = rules;
        this.changes = changes;
        this.suppressing = suppressing;
        this.trends = trends;
        this.clock = clock;
    }

    /** Ends the next rule that has expired, or does some of what its findings lack; answers whether there may be more. */
    @Transactional
    public boolean step() {
        rules.holdAlone();
        var now = clock.instant();
        var next = stored.next(now);
        next.ifPresent(rule -> {
            if (!rule.over() && rule.isExpired(now)) {
                rule.end(null, now);
                stored.save(rule);
                changes.append(rule.id(), What.EXPIRED, null, null, null, now);
            }
            follow(rule, now);
        });
        return next.isPresent();
    }

    /** Of a rule that was saved. The rules are held alone, so that no scan that knows others adds findings meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    Suppression follow(StoredSuppression rule, Instant now) {
        var cause = new Suppressing.Cause(rule.changedBy(), now, rule.left());
        // A place follows only after all was released, and each change of the rule forgets the place.
        var complete = rule.followed() != null || done(suppressing.release(rule.toRule(), rules.list(), cause), now);
        if (complete && rule.hides()) {
            var hidden = suppressing.hide(rule.toRule(), rule.followed(), cause);
            complete = done(hidden, now);
            if (hidden.followed() != null) {
                rule.follow(hidden.followed());
            }
        }
        if (complete) {
            rule.settle();
        }
        return stored.save(rule).toSuppression();
    }

    /** Lets the trends follow, too; answers whether nothing is left to do. */
    private boolean done(Suppressing.Result result, Instant now) {
        result.moved().forEach((account, controls) -> trends.follow(account, controls, now));
        return result.complete();
    }
}
