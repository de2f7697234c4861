package io.shisei.dashboard.suppression;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.dashboard.Words;
import io.shisei.finding.Finding;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.suppression.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule as people type it: units, patterns and tags on lines of their own, other lists with commas. {@code expiresAt} is
 * its last day, in the zone of days; {@code note} is why it is changed, and {@code version} what was seen then.
 */
public record SuppressionForm(
        @Nullable String controlIds,
        @Nullable String accountIds,
        @Nullable String ous,
        @Nullable String regions,
        @Nullable String resourcePatterns,
        @Nullable String tagsAll,
        @Nullable String tagsAny,
        @Nullable String tagsNone,
        @Nullable String exceptAccountIds,
        @Nullable String exceptRegions,
        @Nullable String exceptResourcePatterns,
        @Nullable String reason,
        @Nullable String owner,
        @Nullable String expiresAt,
        @Nullable String reviewOn,
        @Nullable String note,
        @Nullable Integer version) {

    /** A quarter of a year, after which most reasons are worth another look. */
    private static final int DAYS = 90;

    /** @param now the day on which somebody begins to fill it in */
    static SuppressionForm begun(ZonedDateTime now, String owner) {
        return new SuppressionForm(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                owner,
                lastDay(now),
                null,
                null,
                null);
    }

    /** What hides one finding alone; only the reason is left to be filled in. */
    public static SuppressionForm of(Finding finding, ZonedDateTime now, String owner) {
        return shown(
                FindingMatch.of(
                        finding.controlId(),
                        finding.accountId(),
                        finding.region(),
                        finding.resource().arn()),
                null,
                owner,
                lastDay(now),
                null,
                null);
    }

    /** The rule as it is. */
    static SuppressionForm of(Suppression rule, ZoneId zone) {
        var plan = rule.plan();
        return shown(
                plan.match(),
                plan.reason(),
                plan.owner(),
                FormDates.lastDay(plan.expiresAt(), zone),
                plan.reviewOn(),
                rule.version());
    }

    private static SuppressionForm shown(
            FindingMatch match,
            @Nullable String reason,
            String owner,
            @Nullable String expiresAt,
            @Nullable LocalDate reviewOn,
            @Nullable Integer version) {
        var except = match.except();
        return new SuppressionForm(
                Words.join(match.controlIds()),
                Words.join(match.accountIds()),
                Words.joinLines(match.ous()),
                Words.join(match.regions()),
                Words.joinLines(match.resourcePatterns()),
                FormTags.of(match.tags().all()),
                FormTags.of(match.tags().any()),
                FormTags.of(match.tags().none()),
                Words.join(except.accountIds()),
                Words.join(except.regions()),
                Words.joinLines(except.resourcePatterns()),
                reason,
                owner,
                expiresAt,
                reviewOn == null ? null : reviewOn.toString(),
                null,
                version);
    }

    private static String lastDay(ZonedDateTime now) {
        return now.toLocalDate().plusDays(DAYS).toString();
    }

    /** Whether it says anything about what to hide. */
    boolean named() {
        return Stream.of(
                        controlIds,
                        accountIds,
                        ous,
                        regions,
                        resourcePatterns,
                        tagsAll,
                        tagsAny,
                        tagsNone,
                        exceptAccountIds,
                        exceptRegions,
                        exceptResourcePatterns)
                .anyMatch(text -> Words.orNull(text) != null);
    }

    /** Whether it says what few rules need to. */
    public boolean isDetailed() {
        return Stream.of(tagsAny, tagsNone, exceptAccountIds, exceptRegions, exceptResourcePatterns)
                .anyMatch(text -> Words.orNull(text) != null);
    }

    FindingMatch match() {
        return new FindingMatch(
                ControlId.parse(Words.listOrNull(controlIds)),
                Words.listOrNull(accountIds),
                Ou.chosen("ous", Words.linesOrNull(ous)),
                Words.listOrNull(regions),
                Words.linesOrNull(resourcePatterns),
                FormTags.read(tagsAll, tagsAny, tagsNone),
                new FindingMatch.Exempt(
                        Words.listOrNull(exceptAccountIds),
                        Words.listOrNull(exceptRegions),
                        Words.linesOrNull(exceptResourcePatterns)));
    }

    /** @param before the end of the rule that is edited; null: it had none */
    Suppression.Plan toPlan(ZoneId zone, @Nullable Instant before) {
        return new Suppression.Plan(
                match(),
                reason == null ? "" : reason.strip(),
                owner == null ? "" : owner.strip(),
                FormDates.endOf("expiresAt", expiresAt, zone, before),
                FormDates.day("reviewOn", reviewOn));
    }
}
