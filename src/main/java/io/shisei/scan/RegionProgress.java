package io.shisei.scan;

import io.shisei.coverage.Coverage;
import java.util.List;

/**
 * How far a scan is in one region.
 *
 * @param read the services that were read, sorted by name
 * @param waiting the services yet to be read; none when the scan has ended
 */
public record RegionProgress(ScanUnit unit, List<Coverage> read, List<String> waiting) {}
