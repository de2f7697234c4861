package io.shisei.api;

import io.shisei.account.MemberRole;
import io.shisei.account.OrganizationSettings;
import io.shisei.account.Ou;
import io.shisei.api.problem.Refused;
import io.shisei.refusal.Invalid;
import io.shisei.refusal.Limits;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers send about the organization. */
final class OrganizationBodies {

    private OrganizationBodies() {}

    @Schema(name = "OrganizationSettings")
    record Settings(
            @Nullable @Size(max = Limits.ARN, message = "is longer than {max} characters")
            String roleArn,

            @Nullable @Size(max = Limits.EXTERNAL_ID, message = "is longer than {max} characters")
            String externalId,

            @NotBlank(message = "is missing or blank")
            @Size(max = Limits.ARN, message = "is longer than {max} characters")
            @Schema(example = "arn:{partition}:iam::{accountId}:role/shisei")
            String memberRole,

            @Nullable @Size(max = Limits.EXTERNAL_ID, message = "is longer than {max} characters")
            String memberExternalId,

            @Nullable List<String> includeOus,
            @Nullable List<String> excludeOus,
            @Nullable List<String> regions) {

        OrganizationSettings settings() {
            return new OrganizationSettings(
                    AccountBodies.access(roleArn, externalId),
                    role(),
                    ous("#/includeOus", includeOus),
                    ous("#/excludeOus", excludeOus),
                    AccountBodies.regions(regions));
        }

        private MemberRole role() {
            try {
                return new MemberRole(memberRole, memberExternalId);
            } catch (IllegalArgumentException e) {
                throw Refused.malformed("#/memberRole", String.valueOf(e.getMessage()));
            }
        }
    }

    /** The units, each once; null means none is named. */
    static @Nullable List<Ou> ous(String pointer, @Nullable List<String> paths) {
        if (paths == null) {
            return null;
        }
        if (paths.isEmpty()) {
            throw Refused.malformed(pointer, "is empty: name a unit, or leave it out (null)");
        }
        var ous = new ArrayList<Ou>();
        for (var i = 0; i < paths.size(); i++) {
            ous.add(ou(pointer + "/" + i, String.valueOf(paths.get(i)))); // JSON may have a null
        }
        return ous.stream().distinct().toList();
    }

    static Ou ou(String pointer, String path) {
        try {
            return new Ou(path);
        } catch (Invalid | IllegalArgumentException e) {
            throw Refused.malformed(pointer, String.valueOf(e.getMessage()));
        }
    }
}
