package io.shisei.dashboard.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.refusal.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDatesTests {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant MIDNIGHT = Instant.parse("2026-12-31T15:00:00Z");

    @Test
    void lastDaysEndAtMidnightOfTheZone() {
        assertThat(FormDates.endOf("expiresAt", "2026-12-31", TOKYO, null)).isEqualTo(MIDNIGHT);
        assertThat(FormDates.lastDay(MIDNIGHT, TOKYO)).isEqualTo("2026-12-31");
        assertThat(FormDates.lastDay(MIDNIGHT.plusNanos(1), TOKYO)).isEqualTo("2027-01-01");
    }

    @Test
    void theSameDayStaysAtItsHour() {
        var noon = Instant.parse("2026-12-31T03:00:00Z");
        assertThat(FormDates.endOf("expiresAt", "2026-12-31", TOKYO, noon)).isEqualTo(noon);
        assertThat(FormDates.endOf("expiresAt", "2027-01-01", TOKYO, noon)).isEqualTo(MIDNIGHT.plusSeconds(86_400));
    }

    /** Java knows years after which no other day follows. */
    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "2026-02-30", "tomorrow"})
    void whatIsNoDayIsRefused(String text) {
        assertThatThrownBy(() -> FormDates.endOf("expiresAt", text, TOKYO, null))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void noDayMeansForEver() {
        assertThat(FormDates.endOf("expiresAt", " ", TOKYO, null)).isNull();
        assertThat(FormDates.lastDay(null, TOKYO)).isNull();
    }
}
