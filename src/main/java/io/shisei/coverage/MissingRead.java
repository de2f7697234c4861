package io.shisei.coverage;

import io.shisei.inventory.Gap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A call that was refused, or failed, in one region or several.
 *
 * @param gap with what AWS said the first time
 * @param regions where
 * @param resources of how many resources something is missing, beside those that could not be listed
 */
public record MissingRead(Gap gap, SortedSet<String> regions, long resources) {

    private record Key(String action, String error) {}

    /** The same actions refused with the same error once each, those that AWS denied first. */
    public static List<MissingRead> of(List<Coverage> coverage) {
        var found = new LinkedHashMap<Key, MissingRead>();
        coverage.forEach(read -> read.gaps()
                .forEach(counted -> found.merge(
                        new Key(counted.gap().action(), counted.gap().error()),
                        new MissingRead(counted.gap(), new TreeSet<>(List.of(read.region())), counted.resources()),
                        MissingRead::plus)));
        return found.values().stream()
                .sorted(Comparator.comparing((MissingRead it) -> !it.gap().denied())
                        .thenComparing(it -> it.gap().action()))
                .toList();
    }

    private MissingRead plus(MissingRead other) {
        var all = new TreeSet<>(regions);
        all.addAll(other.regions);
        return new MissingRead(gap, all, resources + other.resources);
    }
}
