package io.shisei.dashboard.suppression;

import io.shisei.dashboard.Words;
import io.shisei.refusal.Refusal;
import io.shisei.suppression.SuppressionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days as forms have them. */
final class FormDates {
    /** As {@code 2026-12-31}; the years that are longer end where no day follows any more. */
    private static final int LONGEST = 10;

    private FormDates() {}

    /** @throws Refusal.Invalid when it is not a day that anybody means */
    static @Nullable LocalDate day(String field, @Nullable String text) {
        var day = Words.orNull(text);
        if (day == null) {
            return null;
        }
        try {
            return LocalDate.parse(day.length() > LONGEST ? "" : day);
        } catch (DateTimeParseException e) {
            throw new Refusal.Invalid(SuppressionCode.NOT_A_DATE, field, day);
        }
    }

    /**
     * The end of that day in a zone; as {@link #day}.
     *
     * @param before what was shown as a day: where the day is still the same, it stays at its hour
     */
    static @Nullable Instant endOf(String field, @Nullable String text, ZoneId zone, @Nullable Instant before) {
        var day = day(field, text);
        if (day == null) {
            return null;
        }
        return day.toString().equals(lastDay(before, zone))
                ? before
                : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The day of a zone that ends at that moment, or in which it lies. */
    static @Nullable String lastDay(@Nullable Instant end, ZoneId zone) {
        return end == null ? null : LocalDate.ofInstant(end.minusNanos(1), zone).toString();
    }
}
