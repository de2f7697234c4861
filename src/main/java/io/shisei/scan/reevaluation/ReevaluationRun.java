package io.shisei.scan.reevaluation;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.control.setting.SettingChange;
import io.shisei.finding.Reconciliation.Cause;
import io.shisei.inventory.Scope;
import io.shisei.score.TrendRecorder;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does one unit of the queue after the other. */
@Component
class ReevaluationRun {

    private final ReevaluationQueue queue;
    private final StoredEvidence evidence;
    private final Rejudging rejudging;
    private final Accounts accounts;
    private final Controls controls;
    private final TrendRecorder trends;
    private final Clock clock;

    ReevaluationRun(
            ReevaluationQueue queue,
            StoredEvidence evidence,
            Rejudging rejudging,
            Accounts accounts,
            Controls controls,
            TrendRecorder trends,
            Clock clock) {
        this.queue = queue;
        this.evidence = evidence;
        this.rejudging = rejudging;
        this.accounts = accounts;
        this.controls = controls;
        this.trends = trends;
        this.clock = clock;
    }

    /** Answers false when there was nothing to do. */
    @Transactional
    public boolean step() {
        controls.hold();
        var unit = queue.next();
        unit.ifPresent(this::work);
        return unit.isPresent();
    }

    private void work(ReevaluationUnit unit) {
        var account = accounts.hold(unit.place().accountId());
        queue.remove(unit);
        account.filter(it -> Scope.isWatched(it, unit.place().region())).ifPresent(it -> {
            judge(it, unit);
            if (!queue.more(unit.control(), it.id())) {
                trends.follow(it.id(), Set.of(unit.control()), clock.instant());
            }
        });
    }

    private void judge(Account account, ReevaluationUnit unit) {
        var plan = controls.plan(Set.of(unit.control()), account.id());
        var seen = evidence.of(account, unit.place().region(), unit.type(), plan);
        switch (seen) {
            case StoredEvidence.None none -> {} // whoever switches a control off archives what it said
            case StoredEvidence.Unread unread -> queue.unread(unit.changeId());
            case StoredEvidence.Seen documents ->
                queue.done(unit.changeId(), rejudging.judge(documents, unit, cause(unit), clock.instant()));
        }
    }

    private Cause cause(ReevaluationUnit unit) {
        var username = controls.settingChange(unit.changeId())
                .map(SettingChange::username)
                .orElseThrow();
        return Cause.setting(unit.changeId(), username);
    }
}
