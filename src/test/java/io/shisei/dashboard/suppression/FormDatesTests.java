package io.shisei.dashboard.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormDatesTests {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant MIDNIGHT = Instant.parse("2026-12-31T15:00:00Z");

    @Test
    void lastDaysEndAtMidnightOfTheZone() {
        assertThat(FormDates.endOf("expiresAt", "2026-12-31", TOKYO)).isEqualTo(MIDNIGHT);
        assertThat(FormDates.lastDay(MIDNIGHT, TOKYO)).isEqualTo("2026-12-31");
        assertThat(FormDates.lastDay(MIDNIGHT.plusNanos(1), TOKYO)).isEqualTo("2027-01-01");
    }

    @Test
    void noDayMeansForEver() {
        assertThat(FormDates.endOf("expiresAt", " ", TOKYO)).isNull();
        assertThat(FormDates.lastDay(null, TOKYO)).isNull();
    }
}
