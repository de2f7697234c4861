package io.shisei.dashboard.scan;

import io.shisei.coverage.Coverage;
import io.shisei.scan.RegionProgress;
import io.shisei.scan.ScanUnit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A region of a scan, its services added up.
 *
 * @param services those that were read, those with gaps first
 * @param gaps how many of them kept something from being judged
 * @param waiting names of those that are yet to be read
 * @param duration since it began, or of the whole; null before
 */
record RegionRow(
        ScanUnit unit,
        List<Coverage> services,
        List<String> waiting,
        long gaps,
        long resources,
        long calls,
        long throttles,
        @Nullable String duration) {

    private static final Comparator<Coverage> GAPS_FIRST =
            Comparator.<Coverage, Boolean>comparing(it -> it.gaps().isEmpty()).thenComparing(Coverage::service);

    static RegionRow of(RegionProgress progress, Instant now) {
        var read = progress.read().stream().sorted(GAPS_FIRST).toList();
        return new RegionRow(
                progress.unit(),
                read,
                progress.waiting(),
                sum(read, it -> it.state() == Coverage.State.GAPS ? 1 : 0),
                sum(read, Coverage::resources),
                sum(read, Coverage::calls),
                sum(read, Coverage::throttles),
                Spans.between(progress.unit().startedAt(), progress.unit().finishedAt(), now));
    }

    private static long sum(List<Coverage> read, ToLongFunction<Coverage> of) {
        return read.stream().mapToLong(of).sum();
    }

    /** How many services there are to read. */
    public int all() {
        return services.size() + waiting.size();
    }
}
