package io.shisei.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Adds up the trends of several accounts that are scanned at different moments. */
final class Sum {

    private Sum() {}

    /** A point of one account's trend; from {@code retiredAt} on, the account does not count (null: it does). */
    record PerAccount<T>(String accountId, @Nullable Instant retiredAt, Instant at, T point) {}

    /**
     * One point for each moment at which any account has one: the sum of the accounts' latest points. From its
     * retirement on, an account does not count.
     */
    static <T> List<T> of(List<PerAccount<T>> points, BiFunction<Instant, List<T>, T> sum) {
        var retired = retired(points);
        var latest = new LinkedHashMap<String, T>();
        var sums = new ArrayList<T>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            latest.put(point.accountId(), point.point());
            var lastOfMoment = i + 1 == points.size() || !points.get(i + 1).at().equals(point.at());
            latest.keySet().removeIf(account -> gone(retired, account, point.at()));
            if (lastOfMoment && !latest.isEmpty()) {
                sums.add(sum(point.at(), latest, sum));
            }
        }
        return sums;
    }

    /** Since when accounts do not count any more. */
    static <T> Map<String, Instant> retired(List<PerAccount<T>> points) {
        var retired = new HashMap<String, Instant>();
        for (var point : points) {
            if (point.retiredAt() != null) {
                retired.put(point.accountId(), point.retiredAt());
            }
        }
        return retired;
    }

    static boolean gone(Map<String, Instant> retired, String account, Instant at) {
        var since = retired.get(account);
        return since != null && !at.isBefore(since);
    }

    private static <T> T sum(Instant at, Map<String, T> latest, BiFunction<Instant, List<T>, T> sum) {
        var points = List.copyOf(latest.values());
        return points.size() == 1 ? points.getFirst() : sum.apply(at, points);
    }
}
