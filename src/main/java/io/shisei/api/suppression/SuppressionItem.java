package io.shisei.api.suppression;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.suppression.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that hides findings, as the API shows it; {@code version} is its ETag, {@code hidden} how many active findings it
 * hides now, {@code settled} false while some have yet to follow, {@code pendingBy} whose wish waits for another's approval.
 */
record SuppressionItem(
        UUID id,
        @Nullable List<String> controlIds,
        @Nullable List<String> accountIds,
        @Nullable List<String> ous,
        @Nullable List<String> regions,
        @Nullable List<String> resourcePatterns,
        MatchBodies.Tags tags,
        MatchBodies.Except except,
        String reason,
        String owner,
        Suppression.State state,
        @Nullable Instant expiresAt,
        @Nullable LocalDate reviewOn,
        boolean reviewDue,
        Instant createdAt,
        String createdBy,
        @Nullable String pendingBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        long hidden,
        boolean settled,
        int version) {

    static SuppressionItem of(Suppression it, long hidden, LocalDate today) {
        var match = it.plan().match();
        return new SuppressionItem(
                it.id(),
                MatchBodies.texts(match.controlIds(), ControlId::value),
                match.accountIds(),
                MatchBodies.texts(match.ous(), Ou::path),
                match.regions(),
                match.resourcePatterns(),
                MatchBodies.Tags.of(match.tags()),
                MatchBodies.Except.of(match.except()),
                it.plan().reason(),
                it.plan().owner(),
                it.state(),
                it.plan().expiresAt(),
                it.plan().reviewOn(),
                it.isReviewDue(today),
                it.createdAt(),
                it.createdBy(),
                it.pendingBy(),
                it.endedAt(),
                it.endedBy(),
                hidden,
                it.settled(),
                it.version());
    }
}
