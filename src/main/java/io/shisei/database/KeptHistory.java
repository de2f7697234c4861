package io.shisei.database;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much is kept of a kind of history.
 *
 * @param kept for how long
 * @param since the first day of the oldest month of which anything is kept; null: nothing is
 * @param forecast how many bytes it will be when it is kept for as long, if the months to come are as the last whole ones;
 *     null until there is a whole month
 */
public record KeptHistory(
        HistoryKind kind,
        Period kept,
        long bytes,
        @Nullable LocalDate since,
        @Nullable Long forecast) {

    /** The last whole months tell how the ones to come will be. */
    private static final int LAST = 3;

    /**
     * @param months in any order, some perhaps several times
     * @param cut until when it was dropped; null: nothing was
     */
    static KeptHistory of(
            HistoryKind kind, Period kept, List<History.Month> months, @Nullable LocalDate cut, LocalDate today) {
        var bytes = months.stream()
                .collect(groupingBy(History.Month::first, TreeMap::new, summingLong(History.Month::bytes)));
        return new KeptHistory(
                kind,
                kept,
                bytes.values().stream().mapToLong(Long::longValue).sum(),
                bytes.isEmpty() ? null : bytes.firstKey(),
                forecast(kept, bytes, cut, today));
    }

    private static @Nullable Long forecast(
            Period kept, SortedMap<LocalDate, Long> months, @Nullable LocalDate cut, LocalDate today) {
        if (months.isEmpty()) {
            return null;
        }
        var now = today.withDayOfMonth(1);
        // It began within the first, unless what was before was dropped: then the month is whole in which that ended.
        var whole = cut == null ? months.firstKey().plusMonths(1) : cut.withDayOfMonth(1);
        var from = whole.isAfter(now.minusMonths(LAST)) ? whole : now.minusMonths(LAST);
        if (!from.isBefore(now)) {
            return null;
        }
        var bytes = months.subMap(from, now).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return bytes * ChronoUnit.DAYS.between(today.minus(kept), today) / ChronoUnit.DAYS.between(from, now);
    }
}
