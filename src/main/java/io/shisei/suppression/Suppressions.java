package io.shisei.suppression;

import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.account.RegionId;
import io.shisei.control.Controls;
import io.shisei.finding.Findings;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.sum.FindingSums;
import io.shisei.inventory.Scope;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import io.shisei.score.Scores;
import io.shisei.suppression.Suppression.Change.What;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All rules that hide findings. */
@Component
public class Suppressions {

    private final StoredSuppressions stored;
    private final RulesInForce rules;
    private final SuppressionChanges changes;
    private final SuppressionEffect effect;
    private final Findings findings;
    private final FindingSums sums;
    private final Scores scores;
    private final Accounts accounts;
    private final Controls controls;
    private final Clock clock;

    Suppressions(
            StoredSuppressions stored,
            RulesInForce rules,
            SuppressionChanges changes,
            SuppressionEffect effect,
            Findings findings,
            FindingSums sums,
            Scores scores,
            Accounts accounts,
            Controls controls,
            Clock clock) {
        this.stored = stored;
        this.rules = rules;
        this.changes = changes;
        this.effect = effect;
        this.findings = findings;
        this.sums = sums;
        this.scores = scores;
        this.accounts = accounts;
        this.controls = controls;
        this.clock = clock;
    }

    /** The newest first. */
    public List<Suppression> list() {
        return stored.findAllByOrderByCreatedAtDescIdAsc().stream()
                .map(StoredSuppression::toSuppression)
                .toList();
    }

    public Optional<Suppression> find(UUID id) {
        return stored.findById(id).map(StoredSuppression::toSuppression);
    }

    /** The changes of a rule, newest first. */
    public List<Suppression.Change> history(UUID id) {
        return changes.of(id);
    }

    /**
     * What such a rule would hide now, and what it would make of the scores.
     *
     * @throws Refusal when an account or a control that it names is not there, or a region cannot be
     */
    public SuppressionPreview preview(FindingMatch match, PageRequest page) {
        check(match);
        return new SuppressionPreview(findings.open(match, page), scores.without(sums.counts(match)));
    }

    /**
     * Hides what the rule matches at once, up to some ten thousand findings, and the rest within a minute.
     *
     * @throws Refusal as {@link #preview}, or when it would expire before now
     */
    @Transactional
    public Suppression create(Suppression.Plan plan, String username) {
        check(plan.match());
        var now = clock.instant();
        if (plan.expiresAt() != null && !plan.expiresAt().isAfter(now)) {
            throw new Refusal.Impossible(SuppressionCode.EXPIRY_OVER, "expiresAt");
        }
        rules.holdAlone();
        var id = UUID.randomUUID();
        var rule = stored.save(new StoredSuppression(id, plan, username, now));
        changes.append(id, What.CREATED, username, plan.reason(), now);
        return effect.follow(rule, now);
    }

    /**
     * Ends a rule early. What it alone hid is reopened, as {@link #create} hides.
     *
     * @param version the version that the caller saw
     * @throws Refusal when there is no such rule, it was changed since, it has ended, or the note is too long
     */
    @Transactional
    public Suppression end(UUID id, int version, @Nullable String note, String username) {
        Limits.atMost("note", note, Limits.NOTE);
        rules.holdAlone();
        var rule = stored.findById(id).orElseThrow(() -> new Refusal.Unknown(SuppressionCode.UNKNOWN_SUPPRESSION, id));
        if (rule.over()) {
            throw new Refusal.Conflict(SuppressionCode.SUPPRESSION_OVER, null);
        }
        var seen = rule.toSuppression().version();
        if (seen != version) {
            throw new Refusal.Stale(SuppressionCode.SUPPRESSION_CHANGED, version, seen);
        }
        var now = clock.instant();
        rule.end(username, now);
        stored.save(rule);
        changes.append(id, What.ENDED, username, note, now);
        return effect.follow(rule, now);
    }

    private void check(FindingMatch match) {
        if (match.controlIds() != null) {
            controls.checkChosen(match.controlIds());
        }
        checkAccounts(match.accountIds() == null ? List.of() : match.accountIds());
        checkRegions(match.regions() == null ? List.of() : match.regions());
    }

    private void checkAccounts(List<String> ids) {
        for (var i = 0; i < ids.size(); i++) {
            if (!accounts.existsById(ids.get(i))) {
                throw new Refusal.Impossible(SuppressionCode.HIDDEN_ACCOUNT_NOT_WATCHED, "accountIds/" + i, ids.get(i));
            }
        }
    }

    private static void checkRegions(List<String> regions) {
        for (var i = 0; i < regions.size(); i++) {
            var region = regions.get(i);
            if (!region.equals(Scope.GLOBAL_REGION) && !RegionId.fits(region)) {
                throw new Refusal.Invalid(AccountCode.NOT_A_REGION, "regions/" + i, region);
            }
        }
    }
}
