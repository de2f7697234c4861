package io.shisei.suppression;

import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.account.Ou;
import io.shisei.account.RegionId;
import io.shisei.control.Controls;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.inventory.Scope;
import io.shisei.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether there is what a rule names. */
@Component
class RuleChecks {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private final Accounts accounts;
    private final Controls controls;

    RuleChecks(Accounts accounts, Controls controls) {
        this.accounts = accounts;
        this.controls = controls;
    }

    /** @throws Refusal.Invalid as {@link #check(FindingMatch)}, or when it would expire before now */
    void check(Suppression.Plan plan, Instant now) {
        checkExpiry(plan.expiresAt(), now);
        check(plan.match());
    }

    /** As {@link #check}; what it named {@code before} may be gone meanwhile. */
    void checkEdited(Suppression.Plan plan, Suppression.Plan before, Instant now) {
        checkExpiry(plan.expiresAt(), now);
        if (!plan.match().equals(before.match())) {
            check(plan.match());
        }
    }

    /** @throws Refusal.Impossible when that is not after now */
    static void checkExpiry(@Nullable Instant expiresAt, Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new Refusal.Impossible(SuppressionCode.EXPIRY_OVER, "expiresAt");
        }
    }

    /** @throws Refusal.Invalid when an account, a unit or a control that it names is not there, or a region or an exempt account cannot be */
    void check(FindingMatch match) {
        if (match.controlIds() != null) {
            controls.checkChosen(match.controlIds());
        }
        checkAccounts(match.accountIds() == null ? List.of() : match.accountIds());
        checkExempt(match.except().accountIds());
        if (match.ous() != null) {
            checkOus(match.ous());
        }
        checkRegions("regions", match.regions());
        checkRegions("except/regions", match.except().regions());
    }

    private void checkAccounts(List<String> ids) {
        for (var i = 0; i < ids.size(); i++) {
            if (!accounts.existsById(ids.get(i))) {
                throw new Refusal.Impossible(SuppressionCode.HIDDEN_ACCOUNT_NOT_WATCHED, "accountIds/" + i, ids.get(i));
            }
        }
    }

    /** These need not be watched yet; but what can be no account would exempt nothing, unnoticed. */
    private static void checkExempt(@Nullable List<String> ids) {
        for (var i = 0; ids != null && i < ids.size(); i++) {
            if (!ACCOUNT.matcher(ids.get(i)).matches()) {
                throw new Refusal.Invalid(SuppressionCode.EXEMPT_NOT_AN_ACCOUNT, "except/accountIds/" + i, ids.get(i));
            }
        }
    }

    private void checkOus(List<Ou> ous) {
        var known = accounts.ous().keySet();
        for (var i = 0; i < ous.size(); i++) {
            if (!known.contains(ous.get(i))) {
                throw new Refusal.Impossible(SuppressionCode.HIDDEN_OU_EMPTY, "ous/" + i, ous.get(i), Ou.listed(known));
            }
        }
    }

    private static void checkRegions(String field, @Nullable List<String> regions) {
        for (var i = 0; regions != null && i < regions.size(); i++) {
            var region = regions.get(i);
            if (!region.equals(Scope.GLOBAL_REGION) && !RegionId.fits(region)) {
                throw new Refusal.Invalid(AccountCode.NOT_A_REGION, field + "/" + i, region);
            }
        }
    }
}
