package io.shisei.suppression;

import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import io.shisei.score.DayZone;
import io.shisei.suppression.Suppression.Change.What;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All rules that hide findings. Findings follow a change at once, up to some ten thousand, and the rest within a minute.
 * Where the service is told so ({@code shisei.suppression-approval}), another user has to approve whatever hides more than
 * before.
 */
@Component
public class Suppressions {

    private final StoredSuppressions stored;
    private final RulesInForce rules;
    private final SuppressionChanges changes;
    private final SuppressionEffect effect;
    private final RuleChecks checks;
    private final DayZone days;
    private final Clock clock;
    private final boolean approval;

    Suppressions(
            StoredSuppressions stored,
            RulesInForce rules,
            SuppressionChanges changes,
            SuppressionEffect effect,
            RuleChecks checks,
            DayZone days,
            Clock clock,
            @Value("${shisei.suppression-approval:false}") boolean approval) {
        this.stored = stored;
        this.rules = rules;
        this.changes = changes;
        this.effect = effect;
        this.checks = checks;
        this.days = days;
        this.clock = clock;
        this.approval = approval;
    }

    /** The newest first. */
    public List<Suppression> list() {
        return stored.findAllByOrderByCreatedAtDescIdAsc().stream()
                .map(StoredSuppression::toSuppression)
                .toList();
    }

    /** Those that somebody should look at again, as {@link #list}. */
    public List<Suppression> dueForReview() {
        var today = days.today();
        return list().stream().filter(rule -> rule.isReviewDue(today)).toList();
    }

    public Optional<Suppression> find(UUID id) {
        return stored.findById(id).map(StoredSuppression::toSuppression);
    }

    /** The changes of a rule, newest first. */
    public List<Suppression.Change> history(UUID id) {
        return changes.of(id);
    }

    /**
     * Hides what the rule matches, or waits for approval.
     *
     * @throws Refusal when something that it names is not there, or it would expire before now
     */
    @Transactional
    public Suppression create(Suppression.Plan plan, String username) {
        var now = clock.instant();
        checks.check(plan, now);
        rules.holdAlone();
        var id = UUID.randomUUID();
        var rule = new StoredSuppression(id, plan, approval ? username : null, username, now);
        return keep(rule, What.CREATED, plan, username, plan.reason(), now);
    }

    /**
     * Changes what a rule says. What it does not mean any more is reopened; so is all where it waits for approval.
     *
     * @param version the version that the caller saw
     * @param note why
     * @throws Refusal as {@link #create}, or when there is no such rule, it was changed since, or it has ended
     */
    @Transactional
    public Suppression edit(UUID id, int version, Suppression.Plan plan, @Nullable String note, String username) {
        Limits.atMost("note", note, Limits.NOTE);
        var rule = hold(id, version);
        var now = clock.instant();
        var before = rule.toSuppression();
        checks.checkEdited(plan, before.plan(), now);
        if (plan.equals(before.plan()) && (note == null || note.isBlank())) {
            return before;
        }
        var waits = approval && (before.pendingBy() != null || plan.exceeds(before.plan()));
        rule.edit(plan, waits ? username : null, username);
        return keep(rule, What.EDITED, plan, username, note, now);
    }

    /**
     * Lets what another user wishes come into force.
     *
     * @param version the version that the caller saw
     * @throws Refusal when there is no such rule, it was changed since, nothing waits, the wish is the user's own, or its time
     *     is over
     */
    @Transactional
    public Suppression approve(UUID id, int version, @Nullable String note, String username) {
        Limits.atMost("note", note, Limits.NOTE);
        var rule = hold(id, version);
        var pendingBy = rule.pendingBy();
        if (pendingBy == null) {
            throw new Refusal.Conflict(SuppressionCode.SUPPRESSION_NOT_PENDING, null);
        }
        if (pendingBy.equals(username)) {
            throw new Refusal.Forbidden(SuppressionCode.OWN_SUPPRESSION);
        }
        var now = clock.instant();
        RuleChecks.checkExpiry(rule.toSuppression().plan().expiresAt(), now);
        rule.approve(username);
        return keep(rule, What.APPROVED, null, username, note, now);
    }

    /**
     * Ends a rule early. What it alone hid is reopened.
     *
     * @param version the version that the caller saw
     * @throws Refusal when there is no such rule, it was changed since, it has ended, or the note is too long
     */
    @Transactional
    public Suppression end(UUID id, int version, @Nullable String note, String username) {
        Limits.atMost("note", note, Limits.NOTE);
        var rule = hold(id, version);
        var now = clock.instant();
        rule.end(username, now);
        return keep(rule, What.ENDED, null, username, note, now);
    }

    /** @param plan what it says since; null where that was not changed */
    private Suppression keep(
            StoredSuppression rule,
            What what,
            Suppression.@Nullable Plan plan,
            String username,
            @Nullable String note,
            Instant now) {
        var saved = stored.save(rule);
        changes.append(saved.id(), what, plan, username, note, now);
        return effect.follow(saved, now);
    }

    /** As it was seen, and not over. */
    private StoredSuppression hold(UUID id, int version) {
        rules.holdAlone();
        var rule = stored.findById(id).orElseThrow(() -> new Refusal.Unknown(SuppressionCode.UNKNOWN_SUPPRESSION, id));
        if (rule.over()) {
            throw new Refusal.Conflict(SuppressionCode.SUPPRESSION_OVER, null);
        }
        var seen = rule.toSuppression().version();
        if (seen != version) {
            throw new Refusal.Stale(SuppressionCode.SUPPRESSION_CHANGED, version, seen);
        }
        return rule;
    }
}
