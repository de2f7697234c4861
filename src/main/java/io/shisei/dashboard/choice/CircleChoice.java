package io.shisei.dashboard.choice;

import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.dashboard.Words;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The selectors of an organizational unit and of an account: one account, those of a unit, or all of them. */
@Component
public class CircleChoice {

    private final Accounts accounts;

    CircleChoice(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * What is chosen, and what could be.
     *
     * @param unit the path of the chosen unit; null: none, or an account outside of it
     * @param accounts those of the unit, else all
     * @param units none where no account is in any
     */
    public record Choice(Circle circle, @Nullable String unit, List<AccountOption> accounts, List<Unit> units) {

        /** The account that is chosen, for an address, which leaves out what is empty. */
        public List<String> account() {
            return orNone(circle.account());
        }

        /** The unit whose accounts are meant, where no single one is, for an address. */
        public List<String> ou() {
            return orNone(circle.path());
        }

        private static List<String> orNone(@Nullable String value) {
            return value == null ? List.of() : List.of(value);
        }

        /** The account's name, or its id when it is not among them. */
        public String name(String accountId) {
            return AccountOption.name(accounts, accountId);
        }
    }

    /** @param accounts how many are in it or in units below */
    public record Unit(String path, int accounts, boolean selected) {}

    /**
     * An account that is chosen beside a unit in which it is not is left: the unit was chosen last.
     *
     * @throws NoSuchElementException when there is no such account, or no account in the unit
     */
    public Choice of(@Nullable String ou, @Nullable String accountId) {
        var all = accounts.briefly();
        var account = Words.orNull(accountId);
        if (account != null && all.stream().noneMatch(it -> it.id().equals(account))) {
            throw new NoSuchElementException("no account " + account);
        }
        var path = Words.orNull(ou);
        var unit = path == null ? null : unit(new Ou(path));
        var inside = unit == null
                || account == null
                || Objects.requireNonNull(unit.accounts()).contains(account);
        var circle = account != null && inside ? Circle.of(account) : unit == null ? Circle.ALL : unit;
        return new Choice(circle, path, options(all, circle, unit), units(path));
    }

    private Circle unit(Ou ou) {
        var circle = accounts.circle(ou);
        if (circle.chosen().isEmpty()) {
            throw new NoSuchElementException("no account in " + ou);
        }
        return circle;
    }

    private static List<AccountOption> options(List<Accounts.Brief> all, Circle circle, @Nullable Circle unit) {
        return all.stream()
                .filter(it ->
                        unit == null || Objects.requireNonNull(unit.accounts()).contains(it.id()))
                .map(it -> AccountOption.of(it, circle.account()))
                .toList();
    }

    private List<Unit> units(@Nullable String chosen) {
        return accounts.ous().entrySet().stream()
                .map(it -> new Unit(
                        it.getKey().path(), it.getValue(), it.getKey().path().equals(chosen)))
                .toList();
    }
}
