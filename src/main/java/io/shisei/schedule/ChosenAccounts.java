package io.shisei.schedule;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import java.util.List;
import org.springframework.stereotype.Component;

/** The accounts that a schedule means on the day it runs. */
@Component
class ChosenAccounts {

    private final Accounts accounts;

    ChosenAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Sorted by name; accounts that are retired or not watched any more are left out. */
    List<String> of(Schedule schedule) {
        var chosen = schedule.accountIds();
        return accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(account -> account.retiredAt().isEmpty())
                .map(Account::id)
                .filter(id -> chosen == null || chosen.contains(id))
                .toList();
    }
}
