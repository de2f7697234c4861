package io.shisei.dashboard;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
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
    public record Choice(List<Option> options, @Nullable String selected) {

        /** The account's name, or its id when it is not among them any more. */
        public String name(String accountId) {
            return options.stream()
                    .filter(it -> it.id().equals(accountId))
                    .map(Option::name)
                    .findFirst()
                    .orElse(accountId);
        }
    }

    public record Option(String id, String name, boolean selected, boolean retired) {}

    /** @throws NoSuchElementException when there is no such account */
    public Choice of(@Nullable String accountId) {
        var selected = Words.orNull(accountId);
        var options = accounts.briefly().stream()
                .map(it -> new Option(it.id(), it.name(), it.id().equals(selected), it.retired()))
                .toList();
        if (selected != null && options.stream().noneMatch(Option::selected)) {
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
