package io.shisei.schedule;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Ou;
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
        var selection = schedule.selection();
        return accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(account -> account.retiredAt().isEmpty())
                .filter(selection::covers)
                .map(Account::id)
                .toList();
    }

    /**
     * A unit that was chosen {@code before} may have lost its accounts meanwhile.
     *
     * @throws EmptyOu when another unit has none
     */
    void check(Selection selection, Selection before) {
        var added =
                ous(selection).stream().filter(ou -> !ous(before).contains(ou)).toList();
        if (!added.isEmpty()) {
            var known = accounts.ous().keySet();
            added.stream().filter(ou -> !known.contains(ou)).findFirst().ifPresent(ou -> {
                throw new EmptyOu(ou, known);
            });
        }
    }

    private static List<Ou> ous(Selection selection) {
        var ous = selection.ous();
        return ous == null ? List.of() : ous;
    }
}
