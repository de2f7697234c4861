package io.shisei.dashboard.trend;

import io.shisei.score.step.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a line, for the table below it.
 *
 * @param newest the newest first; no more than people read
 * @param controlId whose line it is; null where it is a standard's
 * @param account null: all, or those of a unit
 * @param ou the unit whose accounts they are of; null: none
 * @param staleSince the account's last point, where it was not scanned lately; else null
 * @param staleAccounts how many of all accounts were not scanned on the last day
 */
public record StepList(
        List<Step> newest,
        @Nullable String controlId,
        @Nullable String standardId,
        @Nullable String account,
        @Nullable String ou,
        @Nullable Instant staleSince,
        int staleAccounts) {

    private static final int SHOWN = 30;

    public StepList {
        newest = newest.stream().limit(SHOWN).toList();
    }
}
