package io.shisei.scan.recheck;

import java.time.Instant;
import java.util.UUID;

/**
 * One resource was read again, and what the controls say of it is as this reading shows it.
 *
 * @param id names it among the causes of changes
 * @param resourceId the key of the resource
 * @param at when the reading began
 */
public record Recheck(UUID id, UUID resourceId, Instant at, Outcome outcome) {

    /** Whether the resource was there. */
    public enum Outcome {
        READ,
        /** A complete listing did not have it. */
        GONE,
        /** It was not among what could be listed, and more may be there. */
        UNSEEN
    }
}
