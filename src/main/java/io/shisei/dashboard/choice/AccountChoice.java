package io.shisei.dashboard.choice;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.dashboard.Words;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The selector of one account or all of them. */
@Component
public class AccountChoice {
    private final Accounts accounts;

    AccountChoice(Accounts accounts) {
        this.accounts = accounts;
    }

    /** All accounts, of which {@code selected} is shown; null: all. */
    public record Choice(
            List<AccountOption> options, @Nullable String selected) {

        /** The account's name, or its id when it is not among them any more. */
        public String name(String accountId) {
            return AccountOption.name(options, accountId);
        }
    }

    /** @throws NoSuchElementException when there is no such account */
    public Choice of(@Nullable String accountId) {
        var selected = Words.orNull(accountId);
        var options = accounts.briefly().stream()
                .map(it -> AccountOption.of(it, selected))
                .toList();
        if (selected != null && options.stream().noneMatch(AccountOption::selected)) {
            throw new NoSuchElementException("no account " + selected);
        }
        return new Choice(options, selected);
    }

    /** The account's name, or its id when it is not watched any more. */
    public String name(String accountId) {
        return Objects.requireNonNull(
                accounts.findById(accountId).map(Account::name).orElse(accountId));
    }
}
