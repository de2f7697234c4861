package io.shisei.api;

import io.shisei.account.Account;
import io.shisei.scan.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account as the API shows it.
 *
 * @param regions null when every enabled region is watched
 * @param lastScan not in lists; null before the first
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
                scan.map(ScanItem::of).orElse(null));
    }
}
