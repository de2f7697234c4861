package io.shisei.dashboard.suppression;

import io.shisei.control.ControlId;
import io.shisei.dashboard.Words;
import io.shisei.finding.Finding;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.refusal.Refusal;
import io.shisei.suppression.Suppression;
import io.shisei.suppression.SuppressionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule as people type it; {@code expiresAt} is its last day, in UTC. */
record SuppressionForm(
        @Nullable String controlIds,
        @Nullable String accountIds,
        @Nullable String regions,
        @Nullable String resourcePattern,
        @Nullable String tagKey,
        @Nullable String tagValue,
        @Nullable String reason,
        @Nullable String owner,
        @Nullable String expiresAt) {

    /** A quarter of a year, after which most reasons are worth another look. */
    private static final int DAYS = 90;

    /** @param now the day on which somebody begins to fill it in */
    static SuppressionForm begun(Instant now, String owner) {
        return new SuppressionForm(null, null, null, null, null, null, null, owner, lastDay(now));
    }

    /** What hides one finding alone. */
    static SuppressionForm of(Finding finding, Instant now, String owner) {
        return new SuppressionForm(
                finding.controlId().value(),
                finding.accountId(),
                finding.region(),
                finding.resource().arn(),
                null,
                null,
                null,
                owner,
                lastDay(now));
    }

    private static String lastDay(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(DAYS).toString();
    }

    /** Whether it says anything about what to hide. */
    boolean named() {
        return Stream.of(controlIds, accountIds, regions, resourcePattern, tagKey, tagValue)
                .anyMatch(text -> Words.orNull(text) != null);
    }

    FindingMatch match() {
        return new FindingMatch(
                ControlId.parse(Words.listOrNull(controlIds)),
                Words.listOrNull(accountIds),
                Words.listOrNull(regions),
                Words.orNull(resourcePattern),
                named(tagKey) || named(tagValue)
                        ? new FindingMatch.Tag(tagKey == null ? "" : tagKey.strip(), Words.orNull(tagValue))
                        : null);
    }

    private static boolean named(@Nullable String text) {
        return Words.orNull(text) != null;
    }

    Suppression.Plan toPlan() {
        return new Suppression.Plan(
                match(), reason == null ? "" : reason.strip(), owner == null ? "" : owner.strip(), expiry());
    }

    /** The end of the last day. */
    private @Nullable Instant expiry() {
        var day = Words.orNull(expiresAt);
        try {
            return day == null
                    ? null
                    : LocalDate.parse(day)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal.Invalid(SuppressionCode.NOT_A_DATE, "expiresAt", day);
        }
    }
}
