package io.shisei.suppression;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.WatchChanged;
import io.shisei.finding.Suppressing;
import io.shisei.finding.rule.RuleEffect;
import io.shisei.score.TrendRecorder;
import java.time.Clock;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the findings of accounts that came into another unit follow the rules that name units: in a task, as there may be many. */
@Component
class MovedAccounts {

    private final RulesInForce rules;
    private final Suppressing suppressing;
    private final TrendRecorder trends;
    private final SchedulerClient scheduler;
    private final Clock clock;

    MovedAccounts(
            RulesInForce rules,
            Suppressing suppressing,
            TrendRecorder trends,
            @Lazy SchedulerClient scheduler, // its task is done here
            Clock clock) {
        this.rules = rules;
        this.suppressing = suppressing;
        this.trends = trends;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(WatchChanged changed) {
        if (rules.list().stream().anyMatch(rule -> rule.match().ous() != null)) {
            changed.moved()
                    .forEach(
                            account -> scheduler.scheduleIfNotExists(SuppressionTasks.moved(account), clock.instant()));
        }
    }

    /** Does some of what an account's findings lack; answers whether there may be more. */
    @Transactional
    public boolean step(String accountId) {
        rules.holdAlone();
        var now = clock.instant();
        var cause = new Suppressing.Cause(null, now, RuleEffect.UNMATCHED);
        var result = suppressing.follow(accountId, rules.list(), cause);
        result.moved().forEach((account, controls) -> trends.follow(account, controls, now));
        return !result.complete();
    }
}
