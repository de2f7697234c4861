package io.shisei.inventory;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How resources of a type were last listed in a region of an account.
 *
 * @param type the name of the type
 * @param last the reading that listed them
 * @param earlier one whose parts the last one did not ask for; null: there are no others
 * @param gap what kept resources from being listed; null: all were
 */
public record Listing(
        String accountId,
        String region,
        String type,
        Reading last,
        @Nullable Reading earlier,
        @Nullable Gap gap) {

    /**
     * Where parts of documents come from.
     *
     * @param at when reading began
     * @param fields the parts that were asked for, beside the fields that each listing has: what a document lacks of them is
     *     not set
     */
    public record Reading(UUID scanId, Instant at, Set<String> fields) {}

    /**
     * The oldest reading that documents owe any of these fields to, and what could not be read of them; empty where some
     * were not asked for.
     */
    public Optional<Reading> showing(ResourceType resourceType, Set<String> wanted) {
        var missing = wanted.stream()
                .filter(resourceType.parts()::containsKey)
                .filter(part -> !last.fields().contains(part))
                .toList();
        if (missing.isEmpty()) {
            return Optional.of(last);
        }
        return Optional.ofNullable(earlier).filter(it -> it.fields().containsAll(missing));
    }
}
