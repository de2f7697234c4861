package io.shisei.dashboard.account;

import io.shisei.account.Access;
import io.shisei.account.Ou;
import io.shisei.account.organization.MemberRole;
import io.shisei.account.organization.OrganizationSettings;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.Words;
import io.shisei.refusal.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organization's settings as people type them; units one a line, for their names may have commas. */
record OrganizationForm(
        @Nullable String listingRole,
        @Nullable String listingExternalId,
        @Nullable String memberRole,
        @Nullable String memberExternalId,
        @Nullable String includeOus,
        @Nullable String excludeOus,
        @Nullable String memberRegions) {
    static final OrganizationForm NEW =
            new OrganizationForm(null, null, "arn:{partition}:iam::{accountId}:role/shisei", null, null, null, null);

    static OrganizationForm of(OrganizationSettings it) {
        return new OrganizationForm(
                it.access().roleArn(),
                it.access().externalId(),
                it.memberRole().template(),
                it.memberRole().externalId(),
                Words.joinLines(it.includeOus()),
                Words.joinLines(it.excludeOus()),
                Words.join(it.regions()));
    }

    /** What the form calls otherwise: the accounts' form stands on the same page. */
    private static final Map<String, String> NAMES =
            Map.of("roleArn", "listingRole", "externalId", "listingExternalId", "regions", "memberRegions");

    static FormProblem problem(Refusal refused) {
        var problem = FormProblem.of(refused);
        var field = problem.field();
        return field == null ? problem : problem.in(NAMES.getOrDefault(field, field));
    }

    OrganizationSettings toSettings() {
        return new OrganizationSettings(
                new Access(Words.orNull(listingRole), Words.orNull(listingExternalId)),
                new MemberRole(memberRole == null ? "" : memberRole.strip(), Words.orNull(memberExternalId)),
                Ou.chosen("includeOus", Words.linesOrNull(includeOus)),
                Ou.chosen("excludeOus", Words.linesOrNull(excludeOus)),
                Words.listOrNull(memberRegions));
    }
}
