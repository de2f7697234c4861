package io.shisei.dashboard.account;

import io.shisei.account.Account;
import io.shisei.account.Ou;
import io.shisei.refusal.Told;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as pages show it. */
record AccountRow(
        String id,
        String name,
        @Nullable String roleArn,
        @Nullable String externalId,
        @Nullable List<String> regions,
        boolean sample,
        boolean managed,
        @Nullable String ou,
        @Nullable Told problem,
        @Nullable LocalDate retiredAt) {
    static AccountRow of(Account account) {
        return new AccountRow(
                account.id(),
                account.name(),
                account.access().roleArn(),
                account.access().externalId(),
                account.regions().orElse(null),
                account.sample(),
                account.managed(),
                account.ou().map(Ou::path).orElse(null),
                account.problem().orElse(null),
                account.retiredAt()
                        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                        .orElse(null));
    }
}
