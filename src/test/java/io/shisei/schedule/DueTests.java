package io.shisei.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.schedule.timetable.Blackout;
import io.shisei.schedule.timetable.Cron;
import io.shisei.schedule.timetable.Timetable;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DueTests {

    private static final Timetable HOURLY = new Timetable(Cron.parse("0 * * * *", "UTC"), List.of());

    @Test
    void runsOnTimeUpToTheGrace() {
        assertThat(due(HOURLY, MissedRuns.SKIP, "03:00:00", "03:00:01")).isEqualTo(new Due(at("03:00:00"), false, 0));
        assertThat(due(HOURLY, MissedRuns.SKIP, "03:00:00", "03:05:00")).isEqualTo(new Due(at("03:00:00"), false, 0));
    }

    @Test
    void leavesOutWhatWasMissed() {
        assertThat(due(HOURLY, MissedRuns.SKIP, "03:00:00", "03:05:01")).isEqualTo(new Due(null, false, 1));
        assertThat(due(HOURLY, MissedRuns.SKIP, "03:00:00", "05:30:00")).isEqualTo(new Due(null, false, 3));
    }

    @Test
    void makesUpForAllMissedRunsWithOne() {
        assertThat(due(HOURLY, MissedRuns.RUN_ONCE, "03:00:00", "05:30:00"))
                .isEqualTo(new Due(at("03:00:00"), true, 3));
    }

    @Test
    void takesTheRunOfNowInsteadOfALateOne() {
        for (var policy : MissedRuns.values()) {
            assertThat(due(HOURLY, policy, "03:00:00", "05:01:00")).isEqualTo(new Due(at("05:00:00"), false, 2));
        }
    }

    @Test
    void runsOnceWhenSeveralAreDueWithinTheGrace() {
        var often = new Timetable(Cron.parse("* * * * *", "UTC"), List.of());
        assertThat(due(often, MissedRuns.SKIP, "03:00:00", "03:02:30")).isEqualTo(new Due(at("03:02:00"), false, 0));
    }

    @Test
    void missesNoRunOfABlackoutWindow() {
        var night = new Blackout(Set.of(), LocalTime.of(4, 0), LocalTime.of(6, 0));
        var timetable = new Timetable(HOURLY.cron(), List.of(night));
        assertThat(due(timetable, MissedRuns.SKIP, "03:00:00", "06:30:00")).isEqualTo(new Due(null, false, 2));
    }

    @Test
    void countsALongWhileWithoutEnd() {
        var often = new Timetable(Cron.parse("* * * * *", "UTC"), List.of());
        var due = Due.of(often, MissedRuns.RUN_ONCE, at("03:00:00"), Instant.parse("2027-11-23T03:00:30Z"));
        assertThat(due).isEqualTo(new Due(Instant.parse("2027-11-23T03:00:00Z"), false, 1000));
    }

    private static Due due(Timetable timetable, MissedRuns policy, String first, String now) {
        return Due.of(timetable, policy, at(first), at(now));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-23T" + time + "Z");
    }
}
