package io.shisei.schedule.timetable;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** The fields of a cron expression, in their order, each with the numbers that it can be. */
public enum Field {
    MINUTE(0, 59, List.of()),
    HOUR(0, 23, List.of()),
    DAY_OF_MONTH(1, 31, List.of()),
    MONTH(1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
    /** Monday is 1 and Sunday 7, or 0. */
    DAY_OF_WEEK(1, 7, List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"));

    private final int first;
    private final int last;
    private final List<String> names;

    Field(int first, int last, List<String> names) {
        this.first = first;
        this.last = last;
        this.names = names;
    }

    /** What this field of an expression says. */
    public String text(Cron cron) {
        return cron.expression().split(" ")[ordinal()];
    }

    /** Whether this field of an expression leaves anything open. */
    public boolean any(Cron cron) {
        return values(text(cron)).size() == last - first + 1;
    }

    /** The numbers that this field of an expression stands for. */
    public SortedSet<Integer> values(Cron cron) {
        return values(text(cron));
    }

    /** Of a text that {@link Cron#parse} has taken. */
    SortedSet<Integer> values(String text) {
        var values = new TreeSet<Integer>();
        for (var part : text.split(",")) {
            add(part, values);
        }
        return Collections.unmodifiableSortedSet(values);
    }

    private void add(String part, SortedSet<Integer> values) {
        var step = part.split("/");
        var ends = step[0].split("-");
        var all = step[0].equals("*");
        var from = all ? first : number(ends[0]);
        var to = all || ends.length == 1 && step.length == 2 ? last : number(ends[ends.length - 1]);
        var by = step.length == 2 ? Integer.parseInt(step[1]) : 1;
        // Sunday begins a week where something comes after it.
        for (var i = to < from ? 0 : from; i <= to; i += by) {
            values.add(wrapped(i));
        }
    }

    private int number(String word) {
        var named = names.indexOf(word.toUpperCase(Locale.ROOT));
        return named >= 0 ? named + 1 : wrapped(Integer.parseInt(word));
    }

    private int wrapped(int number) {
        return this == DAY_OF_WEEK && number == 0 ? last : number;
    }
}
