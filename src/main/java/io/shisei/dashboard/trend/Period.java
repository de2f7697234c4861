package io.shisei.dashboard.trend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The days that a trend shows. */
public record Period(int days, Instant from, Instant to) {
    /** What is shown unless told. */
    public static final int USUAL = 90;

    public static final List<Integer> CHOICES = List.of(7, 30, 90, 365);

    public static Period of(int days, Clock clock) {
        if (!CHOICES.contains(days)) {
            throw new IllegalArgumentException("days must be one of " + CHOICES);
        }
        // The end lies a little ahead, so that a point of this very moment is in it.
        var to = clock.instant().plusSeconds(1);
        return new Period(days, to.minus(Duration.ofDays(days)), to);
    }

    /** In UTC. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(from, ZoneOffset.UTC);
    }

    /** In UTC. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(to, ZoneOffset.UTC);
    }
}
