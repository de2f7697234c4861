package io.shisei.api;

import io.shisei.account.Access;
import io.shisei.account.RegionId;
import io.shisei.api.problem.Refused;
import io.shisei.refusal.Limits;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about accounts. */
final class AccountBodies {

    private AccountBodies() {}

    @Schema(name = "NewAccount")
    record New(
            @NotBlank(message = "is missing or blank")
            @Size(max = Limits.NAME, message = "is longer than {max} characters")
            String name,

            @Nullable @Size(max = Limits.ARN, message = "is longer than {max} characters")
            String roleArn,

            @Nullable @Size(max = Limits.EXTERNAL_ID, message = "is longer than {max} characters")
            String externalId,

            @Nullable List<String> regions) {

        Access access() {
            return AccountBodies.access(roleArn, externalId);
        }
    }

    /** What is absent stays; null {@code roleArn} means the service's own credentials, null {@code regions} all. */
    @Schema(name = "AccountChange")
    record Change(
            @Nullable
            @Pattern(regexp = "(?s).*\\S.*", message = "is blank")
            @Size(max = Limits.NAME, message = "is longer than {max} characters")
            String name,

            @Schema(maxLength = Limits.ARN) @Nullable Optional<String> roleArn,

            @Schema(maxLength = Limits.EXTERNAL_ID) @Nullable
            Optional<String> externalId,

            @Nullable Optional<List<String>> regions) {

        boolean changesAccess() {
            return roleArn != null || externalId != null;
        }

        Access access(Access now) {
            var role = roleArn == null ? now.roleArn() : roleArn.orElse(null);
            var kept = role == null ? null : now.externalId();
            return AccountBodies.access(role, externalId == null ? kept : externalId.orElse(null));
        }

        @Nullable
        List<String> chosenRegions() {
            return regions == null ? null : regions.orElse(null);
        }
    }

    /** The regions, each once; null means all. */
    static @Nullable List<String> regions(@Nullable List<String> regions) {
        if (regions == null) {
            return null;
        }
        if (regions.isEmpty()) {
            throw Refused.malformed("#/regions", "is empty: name a region, or leave it out (null) for all");
        }
        for (var i = 0; i < regions.size(); i++) {
            var region = String.valueOf(regions.get(i)); // JSON may have a null
            if (!RegionId.fits(region)) {
                throw Refused.malformed("#/regions/" + i, "'" + region + "' is not a region, such as us-east-1");
            }
        }
        return regions.stream().distinct().toList();
    }

    static Access access(@Nullable String roleArn, @Nullable String externalId) {
        try {
            return new Access(roleArn, externalId);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed(roleArn == null ? "#/externalId" : "#/roleArn", String.valueOf(e.getMessage()));
        }
    }
}
