package io.shisei.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The scan of one account in one run of a schedule. When it begins and the id of its scan follow from what it is, so
 * that a retry after a crash starts nothing twice.
 */
record Start(UUID scheduleId, Instant dueAt, String accountId) {

    UUID scanId() {
        return hash("scan");
    }

    /** Between nothing and {@code minutes}. */
    Duration jitter(int minutes) {
        var seconds = Duration.ofMinutes(minutes).toSeconds() + 1;
        return Duration.ofSeconds(Math.floorMod(hash("jitter").getLeastSignificantBits() >>> 8, seconds));
    }

    private UUID hash(String purpose) {
        var text = purpose + " " + this;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As the id of a task. */
    @Override
    public String toString() {
        return scheduleId + "/" + dueAt + "/" + accountId;
    }

    static Start parse(String text) {
        var parts = text.split("/", 3);
        return new Start(UUID.fromString(parts[0]), Instant.parse(parts[1]), parts[2]);
    }
}
