package io.shisei.api.suppression;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.TagMatch;
import io.shisei.refusal.Limits;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a rule hides, as callers write it and as it is shown to them. */
final class MatchBodies {

    static final String PATTERNS =
            "Of the whole ARN, upper and lower case told apart: `*` is any text, `?` any character";
    static final String REGIONS = "`global` is the region of what has none";
    static final String OUS = "Paths of organizational units; units below them are meant, too";

    private MatchBodies() {}

    /** A tag that a resource has; with any value where {@code value} is absent or null. */
    @Schema(name = "SuppressedTag")
    record Tag(
            @NotBlank @Size(max = Limits.TAG_KEY) String key,

            @Nullable @Size(max = Limits.TAG_VALUE) String value) {}

    /** The tags that a resource has all, of which it has any, and of which it has none. */
    @Schema(name = "SuppressedTags")
    record Tags(
            @Nullable @Valid @Size(max = Limits.TAGS) List<@NotNull Tag> all,

            @Nullable @Valid @Size(max = Limits.TAGS) List<@NotNull Tag> any,

            @Nullable @Valid @Size(max = Limits.TAGS) List<@NotNull Tag> none) {

        static Tags of(TagMatch tags) {
            return new Tags(shown(tags.all()), shown(tags.any()), shown(tags.none()));
        }

        private static List<Tag> shown(List<TagMatch.Tag> tags) {
            return tags.stream().map(tag -> new Tag(tag.key(), tag.value())).toList();
        }

        static TagMatch read(@Nullable Tags tags) {
            return tags == null ? TagMatch.ANY : new TagMatch(read(tags.all), read(tags.any), read(tags.none));
        }

        private static List<TagMatch.Tag> read(@Nullable List<Tag> tags) {
            return tags == null
                    ? List.of()
                    : tags.stream()
                            .map(tag -> new TagMatch.Tag(tag.key(), tag.value()))
                            .toList();
        }
    }

    /** What is exempt: whatever fits any of these. */
    @Schema(name = "SuppressionExcept")
    record Except(
            @Nullable List<String> accountIds,
            @Schema(description = REGIONS) @Nullable List<String> regions,
            @Schema(description = PATTERNS) @Nullable List<String> resourcePatterns) {

        static Except of(FindingMatch.Exempt except) {
            return new Except(except.accountIds(), except.regions(), except.resourcePatterns());
        }

        static FindingMatch.Exempt read(@Nullable Except except) {
            return except == null
                    ? FindingMatch.Exempt.NOTHING
                    : new FindingMatch.Exempt(
                            texts(except.accountIds), texts(except.regions), texts(except.resourcePatterns));
        }
    }

    static FindingMatch match(
            @Nullable List<String> controlIds,
            @Nullable List<String> accountIds,
            @Nullable List<String> ous,
            @Nullable List<String> regions,
            @Nullable List<String> resourcePatterns,
            @Nullable Tags tags,
            @Nullable Except except) {
        return new FindingMatch(
                ControlId.parse(controlIds),
                texts(accountIds),
                Ou.chosen("ous", ous),
                texts(regions),
                texts(resourcePatterns),
                Tags.read(tags),
                Except.read(except));
    }

    static <T> @Nullable List<String> texts(@Nullable List<T> values, Function<T, String> text) {
        return values == null ? null : values.stream().map(text).toList();
    }

    /** JSON may have a null among them. */
    private static @Nullable List<String> texts(@Nullable List<String> values) {
        return values == null
                ? null
                : values.stream().map(value -> value == null ? "" : value).toList();
    }
}
