package io.shisei.account.organization;

import io.shisei.account.Access;
import io.shisei.account.Ou;
import io.shisei.refusal.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The organization as a row. There is at most one. */
@Table("organization")
class OrganizationRow {

    static final int ID = 1;

    @Id
    private int id = ID;

    private @Nullable String roleArn;
    private @Nullable String externalId;
    private String memberRole;
    private @Nullable String memberExternalId;
    private @Nullable List<String> includeOus;
    private @Nullable List<String> excludeOus;
    private @Nullable List<String> regions;

    @ReadOnlyProperty
    private @Nullable Instant syncingSince;

    private @Nullable Instant syncedAt;
    private @Nullable String problem;
    private @Nullable Integer found;
    private @Nullable Integer added;
    private @Nullable Integer retired;
    private @Nullable Integer linked;
    private @Nullable Integer problems;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected OrganizationRow() {}

    @SuppressWarnings("NullAway.Init")
    OrganizationRow(OrganizationSettings settings) {
        follow(settings);
    }

    void follow(OrganizationSettings settings) {
        this.roleArn = settings.access().roleArn();
        this.externalId = settings.access().externalId();
        this.memberRole = settings.memberRole().template();
        this.memberExternalId = settings.memberRole().externalId();
        this.includeOus = paths(settings.includeOus());
        this.excludeOus = paths(settings.excludeOus());
        this.regions = settings.regions();
        this.problem = null;
    }

    void synced(SyncCounts counts, Instant at) {
        this.syncedAt = at;
        this.problem = null;
        this.found = counts.found();
        this.added = counts.added();
        this.retired = counts.retired();
        this.linked = counts.linked();
        this.problems = counts.problems();
    }

    void brokeOff(Told why) {
        this.problem = why.kept();
    }

    OrganizationSettings settings() {
        return new OrganizationSettings(
                new Access(roleArn, externalId),
                new MemberRole(memberRole, memberExternalId),
                ous(includeOus),
                ous(excludeOus),
                regions);
    }

    Organization toOrganization() {
        return new Organization(
                settings(), Optional.ofNullable(syncedAt), Optional.ofNullable(Told.read(problem)), counts());
    }

    private Optional<SyncCounts> counts() {
        return found == null || added == null || retired == null || linked == null || problems == null
                ? Optional.empty()
                : Optional.of(new SyncCounts(found, added, retired, linked, problems));
    }

    private static @Nullable List<String> paths(@Nullable List<Ou> ous) {
        return ous == null ? null : ous.stream().map(Ou::path).toList();
    }

    private static @Nullable List<Ou> ous(@Nullable List<String> paths) {
        return paths == null ? null : paths.stream().map(Ou::new).toList();
    }
}
