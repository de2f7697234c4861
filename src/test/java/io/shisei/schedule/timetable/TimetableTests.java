package io.shisei.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.refusal.Refusal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimetableTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void leavesOutRunsWithinAWindowIncludingItsStartAndNotItsEnd() {
        var timetable = timetable("0 * * * *", "UTC", window("09:00", "21:00"));
        assertThat(timetable.next(Instant.parse("2026-11-23T07:00:00Z"), 2))
                .containsExactly(Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-23T21:00:00Z"));
    }

    @Test
    void knowsWindowsOverMidnightByTheDayOnWhichTheyBegin() {
        var timetable = timetable("0 */6 * * *", "UTC", window("22:00", "07:00", DayOfWeek.MONDAY));
        assertThat(timetable.next(MONDAY, 4))
                .extracting(Instant::toString)
                .containsExactly(
                        "2026-11-23T06:00:00Z", "2026-11-23T12:00:00Z", "2026-11-23T18:00:00Z", "2026-11-24T12:00:00Z");
    }

    @Test
    void takesEqualTimesAsAWholeDay() {
        var timetable = timetable("0 12 * * *", "UTC", window("00:00", "00:00", DayOfWeek.TUESDAY));
        assertThat(timetable.next(MONDAY, 2))
                .extracting(Instant::toString)
                .containsExactly("2026-11-23T12:00:00Z", "2026-11-25T12:00:00Z");
    }

    @Test
    void readsWindowsInTheZoneOfTheSchedule() {
        var timetable = timetable("0 3,12 * * *", "Asia/Tokyo", window("00:00", "06:00"));
        assertThat(timetable.next(MONDAY, 1)).containsExactly(Instant.parse("2026-11-23T03:00:00Z"));
    }

    @Test
    void staysOutOfTheWindowInBothHoursThatComeTwice() {
        var timetable = timetable("30 * * * *", "Europe/Berlin", window("02:00", "02:45"));
        assertThat(timetable.next(Instant.parse("2026-10-24T23:00:00Z"), 2))
                .extracting(Instant::toString)
                .containsExactly("2026-10-24T23:30:00Z", "2026-10-25T02:30:00Z");
    }

    @Test
    void refusesWindowsThatLeaveNoRun() {
        assertThatThrownBy(() -> Timetable.of(cron("* * * * *", "UTC"), List.of(window("00:00", "00:00"))))
                .isInstanceOfSatisfying(
                        Refusal.Impossible.class, e -> assertThat(e.field()).isEqualTo("blackouts"))
                .hasMessageContaining("never runs outside its blackout windows");
        assertThatThrownBy(() -> Timetable.of(
                        cron("0 3 * * *", "Europe/Berlin"),
                        List.of(window("00:00", "12:00"), window("12:00", "00:00"))))
                .isInstanceOf(Refusal.Impossible.class);
        assertThatThrownBy(() -> Timetable.of(cron("0 3 1-28 * *", "UTC"), List.of(window("02:00", "04:00"))))
                .isInstanceOf(Refusal.Impossible.class);
    }

    @Test
    void findsTheRareRunThatWindowsLeave() {
        var others = Set.of(DayOfWeek.values()).stream()
                .filter(day -> day != DayOfWeek.WEDNESDAY)
                .toArray(DayOfWeek[]::new);
        var timetable = Timetable.of(cron("0 3 29 2 *", "UTC"), List.of(window("00:00", "00:00", others)));
        assertThat(timetable.next(MONDAY, 1)).containsExactly(Instant.parse("2040-02-29T03:00:00Z"));
    }

    @Test
    void countsWhatIsLeftOut() {
        var timetable = timetable("0 * * * *", "UTC", window("09:00", "21:00"));
        assertThat(timetable.leftOut(MONDAY, Instant.parse("2026-11-24T12:00:00Z")))
                .isEqualTo(16);
        assertThat(timetable("* * * * *", "UTC").leftOut(MONDAY, Instant.MAX)).isZero();
    }

    @Test
    void hasRoomForJitterUpToTheNextWindow() {
        var timetable = timetable("30 8 * * *", "UTC", window("09:00", "21:00"));
        assertThat(timetable.room(Instant.parse("2026-11-23T08:30:00Z"), 60)).isEqualTo(29);
        assertThat(timetable.room(Instant.parse("2026-11-23T08:30:00Z"), 10)).isEqualTo(10);
        assertThat(timetable.room(Instant.parse("2026-11-23T08:59:00Z"), 10)).isZero();
    }

    private static Blackout window(String from, String to, DayOfWeek... days) {
        return new Blackout(Set.of(days), LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Cron cron(String expression, String zone) {
        return Cron.parse(expression, zone);
    }

    private static Timetable timetable(String expression, String zone, Blackout... windows) {
        return Timetable.of(cron(expression, zone), List.of(windows));
    }
}
