package io.shisei.dashboard.schedule;

import io.shisei.schedule.timetable.Cron;
import io.shisei.schedule.timetable.Field;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a cron expression in words: {@code Every day at 03:00}. */
@Component
class CronWords {
    /** More times of a day than this are told by their hours and minutes. */
    private static final int TIMES = 6;

    private static final List<Integer> WORKING_DAYS = List.of(1, 2, 3, 4, 5);

    private final MessageSource messages;

    CronWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(Cron cron, Locale reader) {
        return new Sentence(cron, reader).text();
    }

    private String say(Locale reader, CronPhrase phrase, Object... arguments) {
        return messages.getMessage(phrase.key(), arguments, reader);
    }

    private final class Sentence {
        private final Cron cron;
        private final Locale reader;
        private final SortedSet<Integer> minutes;
        private final SortedSet<Integer> hours;

        Sentence(Cron cron, Locale reader) {
            this.cron = cron;
            this.reader = reader;
            this.minutes = Field.MINUTE.values(cron);
            this.hours = Field.HOUR.values(cron);
        }

        String text() {
            var days = days();
            var whole = fewTimes()
                    ? say(CronPhrase.AT, days, times())
                    : everyDay() ? say(CronPhrase.ALWAYS, often()) : say(CronPhrase.OFTEN, days, often());
            var said = Field.MONTH.any(cron) ? whole : say(CronPhrase.IN_MONTHS, months(), whole);
            return said.substring(0, 1).toUpperCase(reader) + said.substring(1);
        }

        private String say(CronPhrase phrase, Object... arguments) {
            return CronWords.this.say(reader, phrase, arguments);
        }

        private boolean fewTimes() {
            return minutes.size() * hours.size() <= TIMES;
        }

        private String times() {
            var times = new ArrayList<String>();
            hours.forEach(hour -> minutes.forEach(minute -> times.add("%02d:%02d".formatted(hour, minute))));
            return joined(times);
        }

        private String often() {
            var step = step(minutes, 60);
            if (Field.HOUR.any(cron)) {
                return step == 1
                        ? say(CronPhrase.EVERY_MINUTE)
                        : step > 1 && minutes.size() > 1
                                ? say(CronPhrase.EVERY_MINUTES, step)
                                : say(CronPhrase.HOURLY, joined(minutes));
            }
            var hourly = step(hours, 24);
            return hourly > 1 && minutes.size() == 1
                    ? say(CronPhrase.EVERY_HOURS, hourly, minutes.first())
                    : say(CronPhrase.MINUTES_OF_HOURS, ranges(hours), ranges(minutes));
        }

        private boolean everyDay() {
            return Field.DAY_OF_MONTH.any(cron) && Field.DAY_OF_WEEK.any(cron);
        }

        private String days() {
            if (everyDay()) {
                return say(CronPhrase.EVERY_DAY);
            }
            if (Field.DAY_OF_MONTH.any(cron)) {
                return daysOfWeek();
            }
            var dates = say(CronPhrase.MONTHLY, ranges(Field.DAY_OF_MONTH.values(cron)));
            return Field.DAY_OF_WEEK.any(cron) ? dates : say(CronPhrase.EITHER, dates, daysOfWeek());
        }

        private String daysOfWeek() {
            var days = Field.DAY_OF_WEEK.values(cron);
            return List.copyOf(days).equals(WORKING_DAYS)
                    ? say(CronPhrase.WORKDAYS)
                    : say(
                            CronPhrase.WEEKLY,
                            named(days, day -> DayOfWeek.of(day).getDisplayName(TextStyle.FULL, reader)));
        }

        private String months() {
            return named(Field.MONTH.values(cron), month -> Month.of(month).getDisplayName(TextStyle.FULL, reader));
        }

        private String named(SortedSet<Integer> numbers, IntFunction<String> name) {
            return joined(numbers.stream().map(name::apply).toList());
        }

        private String joined(Collection<?> items) {
            return items.stream().map(String::valueOf).collect(Collectors.joining(say(CronPhrase.BETWEEN_ITEMS)));
        }

        /** Three numbers or more in a row by the first and the last. */
        private String ranges(SortedSet<Integer> numbers) {
            var said = new ArrayList<String>();
            var left = new ArrayList<>(numbers);
            while (!left.isEmpty()) {
                var run = 1;
                while (run < left.size() && left.get(run) == left.getFirst() + run) {
                    run++;
                }
                var length = run < 3 ? 1 : run;
                said.add(length == 1 ? "" + left.getFirst() : left.getFirst() + "–" + left.get(length - 1));
                left.subList(0, length).clear();
            }
            return joined(said);
        }
    }

    /** The distance of numbers that come at the same distance from zero until {@code end}; 0 where they do not. */
    private static int step(SortedSet<Integer> numbers, int end) {
        var step = numbers.size() > 1
                ? numbers.headSet(end).stream().skip(1).findFirst().orElse(0)
                : 0;
        return step > 0
                        && end % step == 0
                        && numbers.size() == end / step
                        && numbers.stream().allMatch(number -> number % step == 0)
                ? step
                : 0;
    }
}
