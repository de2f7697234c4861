package io.shisei.api.account;

import io.shisei.account.Access;
import io.shisei.account.Ou;
import io.shisei.account.organization.MemberRole;
import io.shisei.account.organization.OrganizationSettings;
import io.shisei.refusal.Limits;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers send about the organization. */
final class OrganizationBodies {

    private OrganizationBodies() {}

    @Schema(name = "OrganizationSettings")
    record Settings(
            @Nullable @Size(max = Limits.ARN) String roleArn,

            @Nullable @Size(max = Limits.EXTERNAL_ID) String externalId,

            @NotBlank @Size(max = Limits.ARN) @Schema(example = "arn:{partition}:iam::{accountId}:role/shisei")
            String memberRole,

            @Nullable @Size(max = Limits.EXTERNAL_ID) String memberExternalId,

            @Nullable List<String> includeOus,
            @Nullable List<String> excludeOus,
            @Nullable List<String> regions) {

        OrganizationSettings settings() {
            return new OrganizationSettings(
                    new Access(roleArn, externalId),
                    new MemberRole(memberRole, memberExternalId),
                    Ou.chosen("includeOus", includeOus),
                    Ou.chosen("excludeOus", excludeOus),
                    regions);
        }
    }
}
