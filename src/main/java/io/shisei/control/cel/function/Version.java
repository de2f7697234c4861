package io.shisei.control.cel.function;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The numbers that a version begins with: {@code 7.10}, {@code OpenSearch_2.11}, {@code 5.7.mysql_aurora.2.11} is 5.7. */
record Version(List<Integer> numbers) implements Comparable<Version> {

    private static final Pattern NUMBERS = Pattern.compile("^(?:[A-Za-z]+_|v)?(\\d{1,9}(?:\\.\\d{1,9})*)");

    static Version of(String text) {
        var match = NUMBERS.matcher(text);
        if (!match.find()) {
            throw new IllegalArgumentException(
                    "versionAtLeast: " + (text.isEmpty() ? "no version is set" : "'" + text + "' is not a version"));
        }
        return new Version(
                Arrays.stream(match.group(1).split("\\.")).map(Integer::valueOf).toList());
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Integer.compare(number(i), other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int number(int i) {
        return i < numbers.size() ? numbers.get(i) : 0;
    }
}
