package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is said of each control of FSBP. */
class CoverageStatementTests {

    private static final Path PAGE = Path.of("docs/coverage.md");
    private static final Path WRITTEN = Path.of("target/coverage.md");
    private static final Path IDS = Path.of("src/test/resources/io/shisei/control/fsbp-ids.txt");

    private final Controls controls = Shipped.controls();
    private final Standard fsbp = controls.standard("fsbp").orElseThrow();

    @Test
    void namesEachControlOfTheStandardOnce() throws IOException {
        var today = controls.standings(fsbp).stream()
                .filter(standing -> standing.retired() == null)
                .map(standing -> standing.id().value())
                .toList();
        assertThat(today)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(IDS))
                .hasSize(fsbp.size());
    }

    @Test
    void leavesNoControlOfTheCatalogueOut() {
        assertThat(controls.standings(fsbp).stream().filter(Standing::judged).map(Standing::id))
                .containsExactlyElementsOf(
                        controls.all().stream().map(Control::id).toList());
    }

    /** Whoever reads the list in Japanese reads of one thing after the other that is to be so. */
    @Test
    void namesAllInTheSameForm() {
        assertThat(controls.standings(fsbp))
                .allSatisfy(
                        it -> assertThat(it.title().ja()).as(it.id().value()).endsWith("こと"));
    }

    @Test
    void isWrittenDown() throws IOException {
        var statement = new CoverageStatement(fsbp, controls.standings(fsbp)).markdown();
        Files.writeString(WRITTEN, statement);
        assertThat(Files.readString(PAGE)).as("cp %s %s", WRITTEN, PAGE).isEqualTo(statement);
    }

    /** A row of a control that is not there would never be asked for. */
    @Test
    void knowsEachControlOfWhichATableTells() throws IOException {
        var ids = controls.standings(fsbp).stream()
                .map(standing -> standing.id().value())
                .toList();
        var rows = Pattern.compile("(?m)^  ([A-Za-z0-9]+\\.\\d+):")
                .matcher(Files.readString(Path.of("src/main/resources/controls/tables/configTypes.yaml")))
                .results()
                .map(row -> row.group(1));
        assertThat(rows).isNotEmpty().isSubsetOf(ids);
    }
}
