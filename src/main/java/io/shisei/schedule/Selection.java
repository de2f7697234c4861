package io.shisei.schedule;

import io.shisei.account.Account;
import io.shisei.account.AccountCode;
import io.shisei.account.Ou;
import io.shisei.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that a schedule means: those named, and those in the named organizational units; all when neither are.
 *
 * @param accountIds null: none by id
 * @param ous null: none; an account belongs to the units around its own, too
 */
public record Selection(
        @Nullable List<String> accountIds, @Nullable List<Ou> ous) {

    public static final Selection ALL = new Selection(null, null);

    /** @throws Refusal.Invalid when a list is empty */
    public Selection {
        if (accountIds != null && accountIds.isEmpty()) {
            throw new Refusal.Invalid(ScheduleCode.NO_ACCOUNT_CHOSEN, "accountIds");
        }
        accountIds = accountIds == null
                ? null
                : accountIds.stream().map(String::valueOf).distinct().toList();
        if (ous != null && ous.isEmpty()) {
            throw new Refusal.Invalid(AccountCode.NO_OU, "ous");
        }
    }

    public boolean all() {
        return accountIds == null && ous == null;
    }

    boolean covers(Account account) {
        return all() || named(account.id()) || account.ou().filter(this::within).isPresent();
    }

    private boolean named(String id) {
        return accountIds != null && accountIds.contains(id);
    }

    private boolean within(Ou ou) {
        return ous != null && ous.stream().anyMatch(chosen -> chosen.contains(ou));
    }
}
