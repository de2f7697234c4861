package io.shisei.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads instants in URLs as RFC 3339 has them, in the years 1 to 9999: PostgreSQL does not hold all that Java does. */
@Component
final class InstantReader implements Converter<String, Instant> {

    @Override
    public Instant convert(String text) {
        var at = OffsetDateTime.parse(text.strip(), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .withOffsetSameInstant(ZoneOffset.UTC);
        if (at.getYear() < 1 || at.getYear() > 9999) {
            throw new IllegalArgumentException(at.getYear() + " is not a year from 1 to 9999");
        }
        return at.toInstant();
    }
}
