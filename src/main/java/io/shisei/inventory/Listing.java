package io.shisei.inventory;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How resources of a type were last listed in a region of an account.
 *
 * @param type the name of the type
 * @param at when reading began
 * @param fields the top-level fields that were asked for beside those that each listing has: what a document lacks of them
 *     is not set
 * @param gap what kept resources from being listed; null: all were
 */
public record Listing(
        String accountId,
        String region,
        String type,
        UUID scanId,
        Instant at,
        Set<String> fields,
        @Nullable Gap gap) {

    /** Whether documents show what stands in these fields, and what could not be read of them. */
    public boolean shows(ResourceType resourceType, Set<String> wanted) {
        return wanted.stream().filter(resourceType.parts()::containsKey).allMatch(fields::contains);
    }
}
