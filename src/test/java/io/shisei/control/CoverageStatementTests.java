package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/coverage.md} says of each control of FSBP. */
class CoverageStatementTests {

    private static final Path PAGE = Path.of("docs/coverage.md");
    private static final Path IDS = Path.of("src/test/resources/io/shisei/control/fsbp-ids.txt");
    private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\|([\\d, ]*)\\|([\\d, ]*)\\|");

    @Test
    void namesEachControlOfTheStandardOnce() throws IOException {
        assertThat(Stream.concat(ids(2).stream(), ids(3).stream()))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(IDS));
    }

    @Test
    void callsJudgedWhatTheStandardCounts() throws IOException {
        var counted = Shipped.controls(AwsTypes.ALL).standards().getFirst().controls();
        assertThat(ids(2)).isEqualTo(counted.stream().map(ControlId::value).collect(Collectors.toSet()));
    }

    /** The ids of a column, of all rows. */
    private static Set<String> ids(int column) throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .flatMap(row -> Pattern.compile("\\d+")
                        .matcher(row.group(column))
                        .results()
                        .map(number -> row.group(1) + "." + number.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
