package io.shisei.scan;

import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts, for each IAM action and error, how many resources it concerns. */
final class GapTally {

    private final Map<String, Coverage.CountedGap> counted = new LinkedHashMap<>();

    /** Counts each gap of a resource once; may be called by several threads. */
    synchronized void add(Document document) {
        if (!document.gaps().isEmpty()) {
            new HashSet<>(document.gaps().values()).forEach(gap -> add(gap, 1));
        }
    }

    synchronized void addListings(Collection<Gap> unlisted) {
        unlisted.forEach(gap -> add(gap, 0));
    }

    private void add(Gap gap, int resources) {
        counted.merge(
                gap.summary(),
                new Coverage.CountedGap(gap, resources),
                (known, added) -> new Coverage.CountedGap(known.gap(), known.resources() + added.resources()));
    }

    synchronized List<Coverage.CountedGap> all() {
        return List.copyOf(counted.values());
    }
}
