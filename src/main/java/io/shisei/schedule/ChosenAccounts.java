package io.shisei.schedule;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Ou;
import io.shisei.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        var selection = schedule.selection();
        return accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(account -> account.retiredAt().isEmpty())
                .filter(selection::covers)
                .map(Account::id)
                .toList();
    }

    /**
     * What was chosen {@code before} may be gone meanwhile.
     *
     * @throws Refusal when another account is not watched, or no watched account is in another unit
     */
    void check(Selection selection, Selection before) {
        checkAccounts(orNone(selection.accountIds()), orNone(before.accountIds()));
        checkOus(orNone(selection.ous()), orNone(before.ous()));
    }

    private void checkAccounts(List<String> chosen, List<String> before) {
        for (var i = 0; i < chosen.size(); i++) {
            var id = chosen.get(i);
            if (!before.contains(id) && !accounts.existsById(id)) {
                throw new Refusal.Impossible(ScheduleCode.CHOSEN_ACCOUNT_NOT_WATCHED, "accountIds/" + i, id);
            }
        }
    }

    private void checkOus(List<Ou> chosen, List<Ou> before) {
        var added = chosen.stream().filter(ou -> !before.contains(ou)).toList();
        if (!added.isEmpty()) {
            var known = accounts.ous().keySet();
            added.stream().filter(ou -> !known.contains(ou)).findFirst().ifPresent(ou -> {
                throw new Refusal.Impossible(ScheduleCode.EMPTY_OU, "ous", ou, Ou.listed(known));
            });
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> chosen) {
        return chosen == null ? List.of() : chosen;
    }
}
