package io.shisei.comparison.fetch;

import io.shisei.refusal.Told;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last time that somebody had Security Hub asked for what it found in an account.
 *
 * @param endedAt null: it goes on
 * @param regions those that are asked; null until they are known
 * @param unread those of them that have not told all
 * @param problem why nothing was brought in; null unless so
 */
public record HubFetch(
        UUID id,
        String accountId,
        String username,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable List<String> regions,
        List<UnreadRegion> unread,
        @Nullable Told problem) {

    public boolean running() {
        return endedAt == null;
    }
}
