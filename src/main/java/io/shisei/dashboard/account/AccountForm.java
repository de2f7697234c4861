package io.shisei.dashboard.account;

import io.shisei.account.Access;
import io.shisei.account.AccountChange;
import io.shisei.account.NewAccount;
import io.shisei.dashboard.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An account as people type it. */
record AccountForm(
        @Nullable String name,
        @Nullable String roleArn,
        @Nullable String externalId,
        @Nullable String regions) {
    /** With an external id that nobody can guess. */
    static AccountForm proposed() {
        return new AccountForm(null, null, UUID.randomUUID().toString(), null);
    }

    static AccountForm of(AccountRow row) {
        return new AccountForm(row.name(), row.roleArn(), row.externalId(), Words.join(row.regions()));
    }

    String title() {
        return name == null ? "" : name.strip();
    }

    NewAccount wanted() {
        return new NewAccount(title(), access(), Words.listOrNull(regions));
    }

    /** An external id alone, as it is proposed, is none yet. */
    Access access() {
        var role = Words.orNull(roleArn);
        return role == null ? Access.DEFAULT : new Access(role, Words.orNull(externalId));
    }

    /** What was edited in the form, where it showed {@code before}; what a form has not got stays. */
    AccountChange change(AccountForm before) {
        return new AccountChange(
                title(),
                edited(before.roleArn, roleArn, Words::orNull),
                edited(before.externalId, externalId, Words::orNull),
                edited(before.regions, regions, Words::listOrNull));
    }

    private static <T> @Nullable Optional<T> edited(
            @Nullable String shown, @Nullable String typed, Function<@Nullable String, @Nullable T> reading) {
        var read = reading.apply(typed);
        return typed == null || Objects.equals(read, reading.apply(shown)) ? null : Optional.ofNullable(read);
    }
}
