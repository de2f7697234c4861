package io.shisei.dashboard.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Where on a plot a moment stands: its share of the period, from left to right. */
record TimeAxis(Instant from, Instant to) {

    /** So many dates fit beside each other on a phone. */
    private static final int MOST_TICKS = 7;

    private static final List<Period> RHYTHMS = List.of(
            Period.ofDays(1),
            Period.ofDays(2),
            Period.ofDays(7),
            Period.ofDays(14),
            Period.ofMonths(1),
            Period.ofMonths(2),
            Period.ofMonths(3));

    /** @param x in percent */
    public record Tick(double x, LocalDate day) {}

    /** 0 to 1, those outside at the end that is nearer. */
    double share(Instant at) {
        var whole = Math.max(1, Duration.between(from, to).toMillis());
        return Math.clamp((double) Duration.between(from, at).toMillis() / whole, 0, 1);
    }

    double percent(Instant at) {
        return Math.round(share(at) * 10_000) / 100.0;
    }

    /** Beginnings of days in UTC, as far from each other as they can be read. */
    List<Tick> ticks() {
        return RHYTHMS.stream()
                .map(this::ticks)
                .filter(ticks -> ticks.size() <= MOST_TICKS)
                .findFirst()
                .orElse(List.of());
    }

    private List<Tick> ticks(Period rhythm) {
        var ticks = new ArrayList<Tick>();
        var first = LocalDate.ofInstant(from, ZoneOffset.UTC).plusDays(1);
        var begin = rhythm.getMonths() == 0 ? first : first.plusMonths(1).withDayOfMonth(1);
        for (var day = begin; at(day).isBefore(to); day = day.plus(rhythm)) {
            ticks.add(new Tick(percent(at(day)), day));
        }
        return ticks;
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
