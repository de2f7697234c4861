package io.shisei.api.account;

import io.shisei.account.Account;
import io.shisei.account.Ou;
import io.shisei.api.scan.ScanItem;
import io.shisei.refusal.Told;
import io.shisei.scan.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account as the API shows it.
 *
 * @param regions null when every enabled region is watched
 * @param ou path in the organization; null for accounts of none
 * @param managed whether syncs with the organization keep it up to date
 * @param problem why the last sync could not enter it
 * @param retiredAt since when it is not scanned any more
 * @param lastScan the newest, running or ended; null before the first
 */
record AccountItem(
        String id,
        String name,
        String partition,
        @Nullable String roleArn,
        @Nullable String externalId,
        @Nullable List<String> regions,
        boolean sample,
        Instant createdAt,
        @Nullable String ou,
        boolean managed,
        @Nullable String problem,
        @Nullable Instant retiredAt,
        @Nullable ScanItem lastScan) {

    static AccountItem of(Account account) {
        return new AccountItem(
                account.id(),
                account.name(),
                account.partition(),
                account.access().roleArn(),
                account.access().externalId(),
                account.regions().orElse(null),
                account.sample(),
                account.createdAt(),
                account.ou().map(Ou::path).orElse(null),
                account.managed(),
                account.problem().map(Told::en).orElse(null),
                account.retiredAt().orElse(null),
                null);
    }

    AccountItem with(Optional<Scan> scan) {
        return new AccountItem(
                id,
                name,
                partition,
                roleArn,
                externalId,
                regions,
                sample,
                createdAt,
                ou,
                managed,
                problem,
                retiredAt,
                scan.map(ScanItem::of).orElse(null));
    }
}
