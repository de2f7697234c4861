package io.shisei.schedule.timetable;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How most schedules recur, and the cron expression of it.
 *
 * @param time of {@link Often#HOURLY} only the minute counts
 * @param day counts, and is there, where it is {@link Often#WEEKLY}
 */
public record Rhythm(Often often, LocalTime time, @Nullable DayOfWeek day) {

    private static final Pattern EXPRESSION = Pattern.compile(
            "(?<minute>[0-5]?\\d) (?<hour>\\*|[01]?\\d|2[0-3]) \\* \\* (?<days>\\*|1-5|MON-FRI|[0-7]|[A-Z]{3})");

    /** How often. */
    public enum Often {
        HOURLY,
        DAILY,
        WEEKDAYS,
        WEEKLY
    }

    public Rhythm {
        if (often == Often.WEEKLY && day == null) {
            throw new IllegalArgumentException("a week has seven days");
        }
    }

    /** The rhythm that an expression stands for, if it is one of these. */
    public static Optional<Rhythm> of(Cron cron) {
        var found = EXPRESSION.matcher(cron.expression().toUpperCase(Locale.ROOT));
        if (!found.matches()) {
            return Optional.empty();
        }
        var minute = Integer.parseInt(found.group("minute"));
        var hour = found.group("hour");
        var days = found.group("days");
        if (hour.equals("*")) {
            return days.equals("*")
                    ? Optional.of(new Rhythm(Often.HOURLY, LocalTime.of(0, minute), null))
                    : Optional.empty();
        }
        return Optional.of(of(days, LocalTime.of(Integer.parseInt(hour), minute)));
    }

    private static Rhythm of(String days, LocalTime time) {
        return switch (days) {
            case "*" -> new Rhythm(Often.DAILY, time, null);
            case "1-5", "MON-FRI" -> new Rhythm(Often.WEEKDAYS, time, null);
            default ->
                new Rhythm(
                        Often.WEEKLY,
                        time,
                        DayOfWeek.of(Field.DAY_OF_WEEK.values(days).first()));
        };
    }

    public String expression() {
        return switch (often) {
            case HOURLY -> time.getMinute() + " * * * *";
            case DAILY -> daily() + " * * *";
            case WEEKDAYS -> daily() + " * * MON-FRI";
            case WEEKLY ->
                daily() + " * * " + Objects.requireNonNull(day).name().substring(0, 3);
        };
    }

    private String daily() {
        return time.getMinute() + " " + time.getHour();
    }
}
