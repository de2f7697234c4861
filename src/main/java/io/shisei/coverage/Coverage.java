package io.shisei.coverage;

import io.shisei.inventory.Gap;
import java.time.Instant;
import java.util.List;

/**
 * What a scan read of one service in one region.
 *
 * @param checks controls, each on each of the service's types that it judges; {@code completeChecks} of them lacked nothing that they
 *     read of any resource
 * @param calls requests sent to AWS; {@code retries} of them repeated one that failed, {@code throttles} were too many
 */
public record Coverage(
        String region,
        String service,
        State state,
        long checks,
        long completeChecks,
        long resources,
        long evaluations,
        long opened,
        long closed,
        long calls,
        long retries,
        long throttles,
        List<CountedGap> gaps,
        Instant startedAt,
        Instant finishedAt) {

    /**
     * How completely a service was read; {@code COMPLETE}: all that is judged, though tags may be lacking, as its gaps tell;
     * {@code SKIPPED}: AWS says that it does not exist in the region.
     */
    public enum State {
        COMPLETE,
        GAPS,
        SKIPPED
    }

    /** A gap and how many resources it concerns; 0 when it kept them from being listed. */
    public record CountedGap(Gap gap, long resources) {}
}
