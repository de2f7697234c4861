package io.shisei.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.database.Instants;
import io.shisei.test.DatabaseTest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(TrendHistory.class)
class DayZoneTests {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-03-10T20:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TrendHistory history;

    @Test
    void holdsForAllTimesBeforeTheFirstPoint() {
        choose("Asia/Tokyo", NOON);
        assertThat(dayOf(NIGHT.minusSeconds(86_400))).isEqualTo("2026-03-10");
        assertThat(dayOf(NIGHT)).isEqualTo("2026-03-11");
    }

    @Test
    void leavesDaysThatWereKeptAsTheyAre() {
        keepADay();
        choose("Asia/Tokyo", NOON);
        assertThat(dayOf(NIGHT.minusSeconds(86_400))).isEqualTo("2026-03-09");
        assertThat(dayOf(NOON.minusSeconds(1))).isEqualTo("2026-03-10");
        assertThat(dayOf(NIGHT)).isEqualTo("2026-03-11");
    }

    @Test
    void neverGoesBack() {
        keepADay();
        choose("Asia/Tokyo", NOON);
        choose("America/Los_Angeles", NIGHT);
        assertThat(dayOf(NIGHT)).isEqualTo("2026-03-11");
        assertThat(dayOf(Instant.parse("2026-03-12T06:59:59Z"))).isEqualTo("2026-03-11");
        assertThat(dayOf(Instant.parse("2026-03-12T07:00:00Z"))).isEqualTo("2026-03-12");
    }

    @Test
    void isKeptOnceForEachChange() {
        keepADay();
        choose("Asia/Tokyo", NOON);
        choose("Asia/Tokyo", NIGHT);
        assertThat(jdbc.sql("select count(*) from day_zone").query(Long.class).single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+09:00", "UTC+9", "GMT+09:00", "UT+9", "Etc/GMT-9", "Asia/Tokyo"})
    void liesEastOfGreenwichWhereItSaysSo(String zone) {
        choose(zone, NOON);
        assertThat(dayOf(Instant.parse("2026-03-10T14:59:59Z"))).isEqualTo("2026-03-10");
        assertThat(dayOf(Instant.parse("2026-03-10T15:00:00Z"))).isEqualTo("2026-03-11");
    }

    @ParameterizedTest
    @CsvSource({"-03:30, 2026-03-10T03:30:00Z", "Z, 2026-03-10T00:00:00Z", "UTC, 2026-03-10T00:00:00Z"})
    void beginsDaysAtTheMidnightOfItsOffset(String zone, Instant midnight) {
        choose(zone, NOON);
        assertThat(dayOf(midnight)).isEqualTo("2026-03-10");
        assertThat(dayOf(midnight.minusSeconds(1))).isEqualTo("2026-03-09");
    }

    private void choose(String zone, Instant at) {
        new DayZone(jdbc, ZoneId.of(zone), Clock.fixed(at, ZoneOffset.UTC)).keep();
    }

    private String dayOf(Instant at) {
        return jdbc.sql("select day_of(:at)")
                .param("at", Instants.utc(at))
                .query(LocalDate.class)
                .single()
                .toString();
    }

    private void keepADay() {
        history.ensureMonth(NOON);
        jdbc.sql("""
                        insert into standard_day (standard_id, day, at, passed, failed, unknown, no_data, disabled,
                                                  findings_passed, findings_failed, findings_unknown,
                                                  findings_suppressed, coverage)
                        values ('fsbp', '2026-03-10', now(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                        """).update();
    }
}
