package io.shisei.scan;

import io.shisei.coverage.Coverage;
import java.util.List;

/**
 * How far a scan is in one region.
 *
 * @param read the services that were read, sorted by name
 * @param waiting the services yet to be read; none when the scan has ended
 */
public record RegionProgress(ScanUnit unit, List<Coverage> read, List<String> waiting) {

    /** How much of what there is to read has been read, 0 to 100. */
    public static int percent(List<RegionProgress> regions) {
        var read = regions.stream().mapToInt(it -> it.read().size()).sum();
        var waiting = regions.stream().mapToInt(it -> it.waiting().size()).sum();
        return read + waiting == 0 ? 0 : 100 * read / (read + waiting);
    }
}
