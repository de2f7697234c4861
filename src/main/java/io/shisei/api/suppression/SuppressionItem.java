package io.shisei.api.suppression;

import io.shisei.control.ControlId;
import io.shisei.suppression.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that hides findings, as the API shows it; {@code version} is its ETag, {@code hidden} how many active findings it
 * hides now, {@code settled} false while some have yet to follow.
 */
record SuppressionItem(
        UUID id,
        @Nullable List<String> controlIds,
        @Nullable List<String> accountIds,
        @Nullable List<String> regions,
        @Nullable String resourcePattern,
        SuppressionBodies.@Nullable Tag tag,
        String reason,
        String owner,
        Suppression.State state,
        @Nullable Instant expiresAt,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        long hidden,
        boolean settled,
        int version) {

    static SuppressionItem of(Suppression it, long hidden) {
        var match = it.plan().match();
        var controls = match.controlIds();
        return new SuppressionItem(
                it.id(),
                controls == null
                        ? null
                        : controls.stream().map(ControlId::value).toList(),
                match.accountIds(),
                match.regions(),
                match.resourcePattern(),
                SuppressionBodies.Tag.of(match.tag()),
                it.plan().reason(),
                it.plan().owner(),
                it.state(),
                it.plan().expiresAt(),
                it.createdAt(),
                it.createdBy(),
                it.endedAt(),
                it.endedBy(),
                hidden,
                it.settled(),
                it.version());
    }
}
