package io.shisei.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What each control says of how many resources of the sample account on the last day of its story. */
public final class LastDay {

    public static final Map<String, Says> BY_CONTROL = read();

    /** In the words of the pages; what is suppressed counts as nothing else. */
    public record Says(int passed, int failed, int unknown, int suppressed) {}

    private LastDay() {}

    private static Map<String, Says> read() {
        try (var in = Objects.requireNonNull(LastDay.class.getResourceAsStream("last-day.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(
                            row -> row[0],
                            row -> new Says(number(row, 1), number(row, 2), number(row, 3), number(row, 4))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String[] row, int column) {
        return Integer.parseInt(row[column]);
    }
}
