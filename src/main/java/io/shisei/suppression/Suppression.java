package io.shisei.suppression;

import io.shisei.finding.rule.FindingMatch;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that hides findings.
 *
 * @param createdBy the user
 * @param endedAt null while it is in force
 * @param endedBy the user who ended it; null where none did
 * @param settled false while findings have yet to follow its beginning or its end, which takes a minute where there are many
 * @param version counts the changes; the ETag of the API
 */
public record Suppression(
        UUID id,
        Plan plan,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        boolean settled,
        int version) {

    /**
     * What people decide about a rule.
     *
     * @param owner who answers for it
     * @param expiresAt when it ends and is due for review; null: never
     */
    public record Plan(
            FindingMatch match,
            String reason,
            String owner,
            @Nullable Instant expiresAt) {

        /** @throws Refusal.Invalid when the reason or the owner is blank or too long */
        public Plan {
            Limits.text("reason", reason, Limits.NOTE);
            Limits.text("owner", owner, Limits.NAME);
        }
    }

    /** How far a rule is. */
    public enum State {
        IN_FORCE,
        ENDED,
        EXPIRED
    }

    public State state() {
        if (endedAt == null) {
            return State.IN_FORCE;
        }
        return endedBy == null ? State.EXPIRED : State.ENDED;
    }

    /** One change of a rule. */
    public record Change(
            Instant at,
            What what,
            @Nullable String username,
            @Nullable String note) {

        /** What became of the rule. */
        public enum What {
            CREATED,
            ENDED,
            EXPIRED
        }
    }
}
