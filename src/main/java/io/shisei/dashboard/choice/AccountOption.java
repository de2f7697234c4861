package io.shisei.dashboard.choice;

import io.shisei.account.Accounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account that can be chosen. */
public record AccountOption(String id, String name, boolean selected, boolean retired) {

    static AccountOption of(Accounts.Brief account, @Nullable String selected) {
        return new AccountOption(account.id(), account.name(), account.id().equals(selected), account.retired());
    }

    /** The account's name, or its id when it is not among the options. */
    static String name(List<AccountOption> options, String accountId) {
        return options.stream()
                .filter(it -> it.id().equals(accountId))
                .map(AccountOption::name)
                .findFirst()
                .orElse(accountId);
    }
}
