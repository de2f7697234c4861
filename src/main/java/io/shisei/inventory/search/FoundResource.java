package io.shisei.inventory.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A resource by which somebody finds it again; {@code goneAt} is null while it is there. */
public record FoundResource(
        UUID id,
        String accountId,
        String region,
        String type,
        String arn,
        String name,
        @Nullable Instant goneAt) {}
