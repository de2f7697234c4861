package io.shisei.api.finding;

import io.shisei.inventory.StoredResource;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A resource; {@code tagsUnread} tells that its tags could not be read yet, {@code goneAt} is null while it is there. */
@Schema(name = "Resource")
record ResourceItem(
        UUID id,
        String arn,
        String type,
        String name,
        Map<String, String> tags,
        boolean tagsUnread,
        String accountId,
        String region,
        Instant firstSeenAt,
        Instant changedAt,
        @Nullable Instant goneAt) {
    static ResourceItem of(StoredResource resource) {
        return new ResourceItem(
                resource.id(),
                resource.arn(),
                resource.type(),
                resource.name(),
                resource.tags(),
                resource.tagsUnread(),
                resource.accountId(),
                resource.region(),
                resource.firstSeenAt(),
                resource.changedAt(),
                resource.goneAt());
    }
}
