package io.shisei.api.suppression;

import static io.shisei.api.suppression.MatchBodies.match;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.refusal.Limits;
import io.shisei.suppression.Suppression;
import io.shisei.suppression.SuppressionImports;
import io.shisei.suppression.foreign.ForeignFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers send about rules that hide findings. */
final class SuppressionBodies {

    private static final String REVIEW =
            "The day, in the time zone in which days begin, from which on the rule is due for review";

    private SuppressionBodies() {}

    /**
     * Which findings a rule would hide: all that is named must fit, within a list one is enough; at least one is named
     * besides {@code except} and the tags that a resource does not have.
     */
    @Schema(name = "SuppressionWanted")
    record Preview(
            @Nullable List<String> controlIds,
            @Nullable List<String> accountIds,
            @Schema(description = MatchBodies.OUS) @Nullable List<String> ous,

            @Schema(description = MatchBodies.REGIONS) @Nullable
            List<String> regions,

            @Schema(description = MatchBodies.PATTERNS) @Nullable
            List<String> resourcePatterns,

            @Valid MatchBodies.@Nullable Tags tags,
            @Valid MatchBodies.@Nullable Except except) {

        static Preview of(FindingMatch match) {
            return new Preview(
                    MatchBodies.texts(match.controlIds(), ControlId::value),
                    match.accountIds(),
                    MatchBodies.texts(match.ous(), Ou::path),
                    match.regions(),
                    match.resourcePatterns(),
                    MatchBodies.Tags.of(match.tags()),
                    MatchBodies.Except.of(match.except()));
        }

        FindingMatch toMatch() {
            return match(controlIds, accountIds, ous, regions, resourcePatterns, tags, except);
        }
    }

    /** As in a preview; {@code owner} answers for the rule, and {@code expiresAt} is when it ends: without it, never. */
    @Schema(name = "NewSuppression")
    record New(
            @Nullable List<String> controlIds,
            @Nullable List<String> accountIds,
            @Schema(description = MatchBodies.OUS) @Nullable List<String> ous,

            @Schema(description = MatchBodies.REGIONS) @Nullable
            List<String> regions,

            @Schema(description = MatchBodies.PATTERNS) @Nullable
            List<String> resourcePatterns,

            @Valid MatchBodies.@Nullable Tags tags,
            @Valid MatchBodies.@Nullable Except except,
            @NotBlank @Size(max = Limits.NOTE) String reason,
            @NotBlank @Size(max = Limits.NAME) String owner,
            @Nullable Instant expiresAt,
            @Schema(description = REVIEW) @Nullable LocalDate reviewOn) {

        Suppression.Plan plan() {
            return new Suppression.Plan(
                    match(controlIds, accountIds, ous, regions, resourcePatterns, tags, except),
                    reason,
                    owner,
                    expiresAt,
                    reviewOn);
        }
    }

    /** All that the rule says from now on, as for a new one, and in {@code note} why it is changed. */
    @Schema(name = "SuppressionEdit")
    record Edit(
            @Nullable List<String> controlIds,
            @Nullable List<String> accountIds,
            @Schema(description = MatchBodies.OUS) @Nullable List<String> ous,

            @Schema(description = MatchBodies.REGIONS) @Nullable
            List<String> regions,

            @Schema(description = MatchBodies.PATTERNS) @Nullable
            List<String> resourcePatterns,

            @Valid MatchBodies.@Nullable Tags tags,
            @Valid MatchBodies.@Nullable Except except,
            @NotBlank @Size(max = Limits.NOTE) String reason,
            @NotBlank @Size(max = Limits.NAME) String owner,
            @Nullable Instant expiresAt,
            @Schema(description = REVIEW) @Nullable LocalDate reviewOn,
            @Nullable @Size(max = Limits.NOTE) String note) {

        Suppression.Plan plan() {
            return new Suppression.Plan(
                    match(controlIds, accountIds, ous, regions, resourcePatterns, tags, except),
                    reason,
                    owner,
                    expiresAt,
                    reviewOn);
        }
    }

    /** Rules of another product. {@code reason} is for those that have none of their own, the rest for all. */
    @Schema(name = "SuppressionImport")
    record Import(
            @NotNull ForeignFormat format,

            @Schema(description = "The file as it is: JSON of Security Hub, YAML of Prowler")
            @NotBlank
            @Size(max = SuppressionImports.TEXT)
            String text,

            @NotBlank @Size(max = Limits.NOTE) String reason,
            @NotBlank @Size(max = Limits.NAME) String owner,
            @Nullable Instant expiresAt,
            @Schema(description = REVIEW) @Nullable LocalDate reviewOn,

            @Schema(description = "Only tell what would become of them; false unless told") @Nullable
            Boolean dryRun) {

        SuppressionImports.Order order() {
            return new SuppressionImports.Order(format, text, reason, owner, expiresAt, reviewOn);
        }
    }

    /** Why a rule is approved, or ends early. */
    @Schema(name = "SuppressionNote")
    record Note(@Nullable @Size(max = Limits.NOTE) String note) {}
}
