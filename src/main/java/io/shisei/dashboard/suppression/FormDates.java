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
    private FormDates() {}

    /** @throws Refusal.Invalid when it is not a day */
    static @Nullable LocalDate day(String field, @Nullable String text) {
        var day = Words.orNull(text);
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new Refusal.Invalid(SuppressionCode.NOT_A_DATE, field, day);
        }
    }

    /** The end of that day in a zone; as {@link #day}. */
    static @Nullable Instant endOf(String field, @Nullable String text, ZoneId zone) {
        var day = day(field, text);
        return day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The day of a zone that ends at that moment, or in which it lies. */
    static @Nullable String lastDay(@Nullable Instant end, ZoneId zone) {
        return end == null ? null : LocalDate.ofInstant(end.minusNanos(1), zone).toString();
    }
}
