package io.shisei.inventory;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it was last read.
 *
 * @param type the name of its type
 * @param tagsUnread whether its tags could not be read yet: then it may have some
 * @param goneAt null while it is there
 */
public record StoredResource(
        UUID id,
        String accountId,
        String region,
        String type,
        String arn,
        String name,
        Map<String, String> tags,
        boolean tagsUnread,
        Document document,
        Instant firstSeenAt,
        Instant changedAt,
        @Nullable Instant goneAt) {

    /** To be judged, as if it was read just now. */
    public Resource as(ResourceType judged) {
        return new Resource(arn, judged, name, tags, tagsUnread, document);
    }
}
