package io.shisei.control;

import java.time.Instant;
import java.util.List;

/**
 * When and where a resource is judged.
 *
 * @param now the day that is judged, not the day of judging: a recording is judged by its own
 * @param account the account's twelve digits
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 * @param region the resource's, or {@code global}
 * @param enabledControls the ids of all controls that are switched on
 */
public record Occasion(Instant now, String account, String partition, String region, List<String> enabledControls) {

    /** Where no matter which controls are switched on. */
    public Occasion(Instant now, String account, String partition, String region) {
        this(now, account, partition, region, List.of());
    }

    Occasion with(List<String> controls) {
        return new Occasion(now, account, partition, region, controls);
    }
}
