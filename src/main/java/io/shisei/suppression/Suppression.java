package io.shisei.suppression;

import io.shisei.finding.rule.FindingMatch;
import io.shisei.inventory.DocumentDifference;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that hides findings.
 *
 * @param createdBy the user
 * @param pendingBy the user whose wish waits for the approval of another one; null where none waits
 * @param endedAt null until it ends
 * @param endedBy the user who ended it; null where none did
 * @param settled false while findings have yet to follow its last change, which takes a minute where there are many
 * @param version counts the changes; the ETag of the API
 */
public record Suppression(
        UUID id,
        Plan plan,
        Instant createdAt,
        String createdBy,
        @Nullable String pendingBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        boolean settled,
        int version) {

    /**
     * What people decide about a rule.
     *
     * @param owner who answers for it
     * @param expiresAt when it ends; null: never
     * @param reviewOn the day, in the zone of days, from which on it is due for review; null: never
     */
    public record Plan(
            FindingMatch match,
            String reason,
            String owner,
            @Nullable Instant expiresAt,
            @Nullable LocalDate reviewOn) {

        /** @throws Refusal.Invalid when the reason or the owner is blank or too long, or a day is none that we can keep */
        public Plan {
            Limits.text("reason", reason, Limits.NOTE);
            Limits.text("owner", owner, Limits.NAME);
            checkYear("expiresAt", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC));
            checkYear("reviewOn", reviewOn);
            // PostgreSQL would round up, even into the next year.
            expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
        }

        /** PostgreSQL does not hold all years that Java does. */
        private static void checkYear(String field, @Nullable Temporal day) {
            if (day != null && (day.get(ChronoField.YEAR) < 1 || day.get(ChronoField.YEAR) > 9999)) {
                throw new Refusal.Invalid(SuppressionCode.NOT_A_DATE, field, day);
            }
        }

        /** Whether this hides something else than {@code other}, or the same for longer. */
        boolean exceeds(Plan other) {
            return !match.equals(other.match)
                    || other.expiresAt != null && (expiresAt == null || expiresAt.isAfter(other.expiresAt));
        }
    }

    /** How far a rule is. */
    public enum State {
        /** It hides nothing until another user approves it. */
        PENDING,
        IN_FORCE,
        ENDED,
        EXPIRED
    }

    public State state() {
        if (endedAt == null) {
            return pendingBy == null ? State.IN_FORCE : State.PENDING;
        }
        return endedBy == null ? State.EXPIRED : State.ENDED;
    }

    /** Whether somebody should look at it again, on this day of the zone of days. */
    public boolean isReviewDue(LocalDate today) {
        return endedAt == null && plan.reviewOn() != null && !plan.reviewOn().isAfter(today);
    }

    /**
     * One change of a rule.
     *
     * @param username null where it expired
     * @param differences what was edited, in the words of the API
     */
    public record Change(
            Instant at,
            What what,
            @Nullable String username,
            @Nullable String note,
            List<DocumentDifference> differences) {

        /** What became of the rule. */
        public enum What {
            CREATED,
            EDITED,
            APPROVED,
            ENDED,
            EXPIRED
        }
    }
}
