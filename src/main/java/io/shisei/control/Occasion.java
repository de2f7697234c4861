package io.shisei.control;

import java.time.Instant;

/**
 * When and where a resource is judged.
 *
 * @param now the day that is judged, not the day of judging: a recording is judged by its own
 * @param account the account's twelve digits
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 * @param region the resource's, or {@code global}
 */
public record Occasion(Instant now, String account, String partition, String region) {}
