package io.shisei.api.account;

import io.shisei.account.Ou;
import io.shisei.account.organization.Organization;
import io.shisei.account.organization.SyncCounts;
import io.shisei.refusal.Told;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The organization as the API shows it.
 *
 * @param syncedAt when it was last listed completely
 * @param counts of that sync
 * @param problem why the last sync broke off; null unless it did
 */
record OrganizationItem(
        @Nullable String roleArn,
        @Nullable String externalId,
        String memberRole,
        @Nullable String memberExternalId,
        @Nullable List<String> includeOus,
        @Nullable List<String> excludeOus,
        @Nullable List<String> regions,
        @Nullable Instant syncedAt,
        @Nullable SyncCounts counts,
        @Nullable String problem) {

    static OrganizationItem of(Organization organization) {
        var settings = organization.settings();
        return new OrganizationItem(
                settings.access().roleArn(),
                settings.access().externalId(),
                settings.memberRole().template(),
                settings.memberRole().externalId(),
                paths(settings.includeOus()),
                paths(settings.excludeOus()),
                settings.regions(),
                organization.syncedAt().orElse(null),
                organization.counts().orElse(null),
                organization.problem().map(Told::en).orElse(null));
    }

    private static @Nullable List<String> paths(@Nullable List<Ou> ous) {
        return ous == null ? null : ous.stream().map(Ou::path).toList();
    }
}
