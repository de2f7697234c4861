package io.shisei.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTests {

    @Test
    void runsOnTheMinute() {
        assertThat(next("*/1 * * * *", "Asia/Tokyo", "2026-11-23T00:00:30Z", 2))
                .containsExactly("2026-11-23T09:01+09:00", "2026-11-23T09:02+09:00");
    }

    @Test
    void readsItsFieldsInItsZone() {
        assertThat(next("30 9 * * 1-5", "Asia/Tokyo", "2026-11-20T01:00:00Z", 2))
                .containsExactly("2026-11-23T09:30+09:00", "2026-11-24T09:30+09:00");
    }

    @Test
    void takesEitherDayWhenBothAreRestricted() {
        assertThat(next("0 0 13 * 5", "UTC", "2026-11-01T00:00:00Z", 4))
                .containsExactly("2026-11-06T00:00Z", "2026-11-13T00:00Z", "2026-11-20T00:00Z", "2026-11-27T00:00Z");
        assertThat(next("0 0 1 * 0", "UTC", "2026-11-28T12:00:00Z", 2))
                .containsExactly("2026-11-29T00:00Z", "2026-12-01T00:00Z");
    }

    @Test
    void takesSundayAsZeroOrSeven() {
        assertThat(next("0 0 * * 7", "UTC", "2026-11-23T00:00:00Z", 3))
                .isEqualTo(next("0 0 * * 0", "UTC", "2026-11-23T00:00:00Z", 3));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 30 2 * * *, 2026-03-28T12:00:00Z, 2026-03-29T03:00+02:00, 2026-03-30T02:30+02:00",
        "America/New_York, 30 2 * * *, 2026-03-07T12:00:00Z, 2026-03-08T03:00-04:00, 2026-03-09T02:30-04:00",
        "Europe/Berlin, 30 2 * * *, 2026-10-24T12:00:00Z, 2026-10-25T02:30+02:00, 2026-10-26T02:30+01:00",
        "America/New_York, 30 1 * * *, 2026-10-31T12:00:00Z, 2026-11-01T01:30-04:00, 2026-11-02T01:30-05:00",
        "Australia/Lord_Howe, 15 2 * * *, 2026-10-03T03:00:00Z, 2026-10-04T02:30+11:00, 2026-10-05T02:15+11:00",
        "Australia/Lord_Howe, 45 1 * * *, 2026-04-04T03:00:00Z, 2026-04-05T01:45+11:00, 2026-04-06T01:45+10:30",
        "Australia/Lord_Howe, 0 2 * * *, 2026-10-03T03:00:00Z, 2026-10-04T02:30+11:00, 2026-10-05T02:00+11:00",
        "America/Sao_Paulo, 30 0 * * *, 2018-11-03T12:00:00Z, 2018-11-04T01:00-02:00, 2018-11-05T00:30-02:00",
        "America/Sao_Paulo, 30 23 * * *, 2018-02-17T12:00:00Z, 2018-02-17T23:30-02:00, 2018-02-18T23:30-03:00",
        "America/Sao_Paulo, 30 0 * * *, 2026-11-03T12:00:00Z, 2026-11-04T00:30-03:00, 2026-11-05T00:30-03:00",
        "Africa/Casablanca, 30 2 * * *, 2026-02-14T12:00:00Z, 2026-02-15T02:30+01:00, 2026-02-16T02:30Z",
        "Africa/Casablanca, 30 2 * * *, 2026-03-21T12:00:00Z, 2026-03-22T03:00+01:00, 2026-03-23T02:30+01:00",
        "Asia/Tokyo, 30 2 * * *, 2026-03-28T12:00:00Z, 2026-03-29T02:30+09:00, 2026-03-30T02:30+09:00"
    })
    void runsOnceADayWhenClocksChange(String zone, String cron, String after, String first, String second) {
        assertThat(next(cron, zone, after, 2)).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Tokyo",
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "Africa/Casablanca",
                "Pacific/Apia"
            })
    void runsOncePerDayAllYearAtAnyTimeOfTheDay(String zone) {
        var begin = LocalDate.of(2026, 1, 1).atStartOfDay(ZoneId.of(zone)).toInstant();
        for (var time : List.of("0 0", "30 0", "30 1", "0 2", "15 2", "30 2", "45 2", "0 3", "30 23")) {
            var fields = time.split(" ");
            var days = Cron.parse(time + " * * *", zone).next(begin.minusSeconds(1), 365).stream()
                    .map(run -> run.atZone(ZoneId.of(zone)).toLocalDate())
                    .toList();
            assertThat(days)
                    .as(fields[1] + ":" + fields[0])
                    .doesNotHaveDuplicates()
                    .hasSize(365);
            assertThat(days).last().isEqualTo(LocalDate.of(2026, 12, 31));
        }
    }

    @Test
    void followsTheWallWithoutAPauseWhenEveryHourIsMeant() {
        assertThat(next("30 * * * *", "Europe/Berlin", "2026-10-24T23:31:00Z", 4))
                .containsExactly(
                        "2026-10-25T02:30+02:00",
                        "2026-10-25T02:30+01:00",
                        "2026-10-25T03:30+01:00",
                        "2026-10-25T04:30+01:00");
        assertThat(next("30 * * * *", "Europe/Berlin", "2026-03-29T00:00:00Z", 2))
                .containsExactly("2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 30 2 *      | never fires",
                "0 0 * *         | has 4 fields",
                "0 0 0 * * *     | has 6 fields",
                "61 * * * *      | 61' cannot stand where it does",
                "* * * * XYZ     | XYZ' cannot stand where it does",
                "0 0 L * *       | character that crontab does not know",
                "0 0 1W * *      | character that crontab does not know",
                "0 0 ? * *       | character that crontab does not know"
            })
    void saysWhatIsWrong(String cron, String message) {
        assertThatThrownBy(() -> Cron.parse(cron, "UTC"))
                .isInstanceOf(Refusal.Impossible.class)
                .hasMessageContaining(message);
    }

    @Test
    void saysWhenAZoneDoesNotExist() {
        assertThatThrownBy(() -> Cron.parse("0 0 * * *", "Asia/Tokio"))
                .isInstanceOf(Refusal.Impossible.class)
                .hasMessageContaining("'Asia/Tokio' is not a time zone");
    }

    private static List<String> next(String cron, String zone, String after, int count) {
        return Cron.parse(cron, zone).next(Instant.parse(after), count).stream()
                .map(run -> run.atZone(ZoneId.of(zone)))
                .map(ZonedDateTime::toOffsetDateTime)
                .map(Object::toString)
                .toList();
    }
}
