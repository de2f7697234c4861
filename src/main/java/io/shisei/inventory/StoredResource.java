package io.shisei.inventory;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A resource as it was last read. {@code type} is the name of its type; {@code goneAt} is null while it is there. */
public record StoredResource(
        UUID id,
        String accountId,
        String region,
        String type,
        String arn,
        String name,
        Map<String, String> tags,
        Document document,
        Instant firstSeenAt,
        Instant changedAt,
        @Nullable Instant goneAt) {

    /** To be judged, as if it was read just now. */
    public Resource as(ResourceType judged) {
        return new Resource(arn, judged, name, tags, document);
    }
}
