package io.shisei.api.suppression;

import io.shisei.control.ControlId;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.refusal.Limits;
import io.shisei.suppression.Suppression;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers send about rules that hide findings. */
final class SuppressionBodies {

    private static final String PATTERN =
            "Of the whole ARN, upper and lower case told apart: `*` is any text, `?` any character";
    private static final String REGIONS = "`global` is the region of what has none";

    private SuppressionBodies() {}

    /** A tag that a resource has; with any value where {@code value} is absent or null. */
    @Schema(name = "SuppressedTag")
    record Tag(
            @NotBlank @Size(max = 128) String key,

            @Nullable @Size(max = 256) String value) {

        static @Nullable Tag of(FindingMatch.@Nullable Tag tag) {
            return tag == null ? null : new Tag(tag.key(), tag.value());
        }

        static FindingMatch.@Nullable Tag read(@Nullable Tag tag) {
            return tag == null ? null : new FindingMatch.Tag(tag.key(), tag.value());
        }
    }

    /** Which findings a rule would hide: all that is named must fit, within a list one is enough; at least one is named. */
    @Schema(name = "SuppressionWanted")
    record Preview(
            @Nullable List<String> controlIds,
            @Nullable List<String> accountIds,
            @Schema(description = REGIONS) @Nullable List<String> regions,

            @Schema(description = PATTERN) @Nullable @Size(max = Limits.ARN)
            String resourcePattern,

            @Nullable @Valid Tag tag) {

        FindingMatch match() {
            return new FindingMatch(
                    ControlId.parse(controlIds), texts(accountIds), texts(regions), resourcePattern, Tag.read(tag));
        }
    }

    /** As in a preview; {@code owner} answers for the rule, and {@code expiresAt} is when it ends: without it, never. */
    @Schema(name = "NewSuppression")
    record New(
            @Nullable List<String> controlIds,
            @Nullable List<String> accountIds,
            @Schema(description = REGIONS) @Nullable List<String> regions,

            @Schema(description = PATTERN) @Nullable @Size(max = Limits.ARN)
            String resourcePattern,

            @Nullable @Valid Tag tag,
            @NotBlank @Size(max = Limits.NOTE) String reason,
            @NotBlank @Size(max = Limits.NAME) String owner,
            @Nullable Instant expiresAt) {

        Suppression.Plan plan() {
            var match = new Preview(controlIds, accountIds, regions, resourcePattern, tag).match();
            return new Suppression.Plan(match, reason, owner, expiresAt);
        }
    }

    /** Why a rule ends early. */
    @Schema(name = "SuppressionEnd")
    record End(@Nullable @Size(max = Limits.NOTE) String note) {}

    /** JSON may have a null among them. */
    private static @Nullable List<String> texts(@Nullable List<String> values) {
        return values == null
                ? null
                : values.stream().map(value -> value == null ? "" : value).toList();
    }
}
