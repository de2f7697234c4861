package io.shisei.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Adds up the trends of several accounts that are scanned at different moments. */
final class Sum {

    private Sum() {}

    /** A point of one account's trend. */
    record PerAccount<T>(String accountId, Instant at, T point) {}

    /** One point for each moment at which any account has one: the sum of the accounts' latest points. */
    static <T> List<T> of(List<PerAccount<T>> points, BiFunction<Instant, List<T>, T> sum) {
        var latest = new LinkedHashMap<String, T>();
        var sums = new ArrayList<T>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            latest.put(point.accountId(), point.point());
            var lastOfMoment = i + 1 == points.size() || !points.get(i + 1).at().equals(point.at());
            if (lastOfMoment) {
                sums.add(sum(point, latest, sum));
            }
        }
        return sums;
    }

    private static <T> T sum(PerAccount<T> point, Map<String, T> latest, BiFunction<Instant, List<T>, T> sum) {
        return latest.size() == 1 ? point.point() : sum.apply(point.at(), List.copyOf(latest.values()));
    }
}
