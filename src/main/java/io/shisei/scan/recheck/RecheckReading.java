package io.shisei.scan.recheck;

import io.shisei.finding.Harvest;
import io.shisei.inventory.Gap;
import io.shisei.inventory.ResourceType;
import java.util.Map;

/**
 * What reading a resource again brought.
 *
 * @param found whether it was there
 * @param unlisted its type, when it could not be listed completely, and why
 */
record RecheckReading(Harvest harvest, boolean found, Map<ResourceType, Gap> unlisted) implements AutoCloseable {

    Recheck.Outcome outcome() {
        if (found) {
            return Recheck.Outcome.READ;
        }
        return unlisted.isEmpty() ? Recheck.Outcome.GONE : Recheck.Outcome.UNSEEN;
    }

    @Override
    public void close() {
        harvest.close();
    }
}
