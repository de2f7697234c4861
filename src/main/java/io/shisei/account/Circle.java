package io.shisei.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that figures are of: all that count, those of an organizational unit, or one.
 *
 * @param ou the unit that was chosen; null where none was
 * @param accounts their ids; null: all that count, each for the time in which it does
 * @param others the accounts that count now and are not of these, where they are fewer: figures of now are then those of all
 *     without them; null: the accounts' own are added up
 * @param until the last day of which a unit's sums are kept, so that its accounts need not be added up; null: of none
 */
public record Circle(
        @Nullable Ou ou,
        @Nullable List<String> accounts,
        @Nullable List<String> others,
        @Nullable LocalDate until) {

    /** The accounts that are left out of what is added up of all, for a statement with {@link #otherIds} as {@code :others}. */
    public static final String LEFT_OUT = "select id from retired_account union all select unnest(:others::text[])";

    public static final Circle ALL = new Circle(null, null, List.of(), null);

    /** One account, or (null) all. */
    public static Circle of(@Nullable String accountId) {
        return accountId == null ? ALL : new Circle(null, List.of(accountId), null, null);
    }

    /** Those that are in a unit now, at any depth. */
    public static Circle of(Ou ou, List<String> accounts) {
        return new Circle(ou, List.copyOf(accounts), null, null);
    }

    /** The same, when it is known which other accounts count, and until when the unit's sums are kept. */
    public Circle beside(List<String> others, @Nullable LocalDate until) {
        return new Circle(ou, accounts, accounts != null && others.size() < accounts.size() ? others : null, until);
    }

    /** From which day of a period on the accounts are to be added up; of a unit the days before are kept. */
    public LocalDate openFrom(LocalDate first) {
        return until == null || until.isBefore(first) ? first : until.plusDays(1);
    }

    /** The account that was chosen; null where it is all, or a unit's. */
    public @Nullable String account() {
        return ou == null && accounts != null ? accounts.getFirst() : null;
    }

    /** For a filter in which none is all. */
    public Set<String> chosen() {
        return accounts == null ? Set.of() : Set.copyOf(accounts);
    }

    /** For a statement in which null is all. */
    public String @Nullable [] ids() {
        return accounts == null ? null : accounts.toArray(String[]::new);
    }

    /** For a statement of all without these; null: for one of {@link #ids}. */
    public String @Nullable [] otherIds() {
        return others == null ? null : others.toArray(String[]::new);
    }

    /** The unit's path; null where none was chosen. */
    public @Nullable String path() {
        return ou == null ? null : ou.path();
    }
}
