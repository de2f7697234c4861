package io.shisei.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTests {

    @ParameterizedTest
    @CsvSource({
        "30 * * * *, HOURLY, 30 * * * *",
        "0 3 * * *, DAILY, 0 3 * * *",
        "15 6 * * 1-5, WEEKDAYS, 15 6 * * MON-FRI",
        "15 06 * * mon-fri, WEEKDAYS, 15 6 * * MON-FRI",
        "0 0 * * 0, WEEKLY, 0 0 * * SUN",
        "0 0 * * 7, WEEKLY, 0 0 * * SUN",
        "59 23 * * wed, WEEKLY, 59 23 * * WED"
    })
    void isFoundInAnExpressionAndWrittenAsOne(String expression, Rhythm.Often often, String written) {
        var rhythm = Rhythm.of(Cron.parse(expression, "UTC")).orElseThrow();
        assertThat(rhythm.often()).isEqualTo(often);
        assertThat(rhythm.expression()).isEqualTo(written);
        assertThat(Rhythm.of(Cron.parse(written, "UTC"))).contains(rhythm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/5 * * * *", "0 3,4 * * *", "0 3 1 * *", "0 3 * 1 *", "0 * * * 1", "0 3 * * 1,3", "0 3 * * 1-4"
            })
    void isNotFoundInOthers(String expression) {
        assertThat(Rhythm.of(Cron.parse(expression, "UTC"))).isEmpty();
    }

    /** What fields stand for is what runs, whatever way it is written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "5/20 * * * *",
                "*/7 1-5/2 * * *",
                "0,30 9-17 * * MON-FRI",
                "0 0 */10 FEB,8-10 *",
                "0 12 * * 0-2",
                "0 12 * * sat,0",
                "0 12 * * */3",
                "0 12 * * 5-7"
            })
    void fieldsAreReadAsRunsComeOut(String expression) {
        var cron = Cron.parse(expression, "UTC");
        var seen = new TreeMap<Field, TreeSet<Integer>>();
        for (var run : cron.next(Instant.parse("2026-01-01T00:00:00Z"), 3000)) {
            var at = run.atOffset(ZoneOffset.UTC);
            add(seen, Field.MINUTE, at.getMinute());
            add(seen, Field.HOUR, at.getHour());
            add(seen, Field.DAY_OF_MONTH, at.getDayOfMonth());
            add(seen, Field.MONTH, at.getMonthValue());
            add(seen, Field.DAY_OF_WEEK, at.getDayOfWeek().getValue());
        }
        for (var field : Field.values()) {
            assertThat(field.values(cron)).as(field.name()).containsAll(seen.get(field));
            if (!field.any(cron)) {
                assertThat(seen.get(field)).as(field.name()).isEqualTo(field.values(cron));
            }
        }
    }

    private static void add(Map<Field, TreeSet<Integer>> seen, Field field, int value) {
        seen.computeIfAbsent(field, none -> new TreeSet<>()).add(value);
    }
}
