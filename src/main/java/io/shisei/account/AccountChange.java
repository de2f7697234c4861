package io.shisei.account;

import io.shisei.refusal.Limits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of an account: what is null stays.
 *
 * @param roleArn empty: the service's own credentials
 * @param externalId empty: none
 * @param regions empty: every enabled one
 */
public record AccountChange(
        @Nullable String name,
        @Nullable Optional<String> roleArn,
        @Nullable Optional<String> externalId,
        @Nullable Optional<List<String>> regions) {

    public AccountChange {
        if (name != null) {
            Limits.text("name", name, Limits.NAME);
        }
        regions = regions == null ? null : regions.map(RegionId::chosen);
    }

    boolean ofAccess() {
        return roleArn != null || externalId != null;
    }

    boolean ofNameOnly() {
        return !ofAccess() && regions == null;
    }

    /** An external id goes with its role. */
    Access access(Access now) {
        var role = roleArn == null ? now.roleArn() : roleArn.orElse(null);
        var kept = role == null ? null : now.externalId();
        return new Access(role, externalId == null ? kept : externalId.orElse(null));
    }
}
