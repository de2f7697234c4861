package io.shisei.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.shisei.control.ControlId;
import io.shisei.control.Text;
import io.shisei.control.Verdict;
import io.shisei.inventory.Document;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.test.Types;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HarvestTests {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final ResourceType BUCKET = Types.BUCKET;

    private final Harvest harvest = new Harvest("123456789012", "eu-west-1");

    @AfterEach
    void close() {
        harvest.close();
    }

    @Test
    void givesBackEveryRowThatAnyThreadAdded() throws Exception {
        IntStream.range(0, 2_000).parallel().forEach(number -> add("bucket-" + number));

        assertThat(lines(harvest.resourceRows()))
                .extracting(row -> row.split("\t")[5])
                .doesNotHaveDuplicates()
                .hasSize(2_000)
                .contains("bucket-0", "bucket-1999");
        assertThat(lines(harvest.verdictRows())).hasSize(2_000).allMatch(row -> row.endsWith("\tFAILED\topen\topen"));
    }

    @Test
    void takesRowsFromAThreadThatIsInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        IntStream.range(0, 200).forEach(number -> add("bucket-" + number));
        assertThat(Thread.interrupted()).isTrue();

        assertThat(lines(harvest.resourceRows())).hasSize(200);
    }

    @Test
    void leavesNoFileBehindWhenTheProcessIsKilled() throws Exception {
        assumeThat(OPEN_FILES).isDirectory();
        IntStream.range(0, 200).forEach(number -> add("bucket-" + number));

        assertThat(openFiles()).isNotEmpty().allMatch(file -> file.endsWith(" (deleted)"));
        assertThat(openFiles().stream()
                        .map(file -> Path.of(file.replace(" (deleted)", "")))
                        .toList())
                .noneMatch(Files::exists);
        assertThat(lines(harvest.resourceRows())).hasSize(200);
    }

    private void add(String name) {
        var document = Document.of(Map.of("Name", name, "Note", "n".repeat(500)));
        harvest.add(
                new Resource("arn:aws:s3:::" + name, BUCKET, name, Map.of(), document),
                Map.of(S3_8, new Verdict.Failed(Text.same("open"))));
    }

    private static List<String> lines(InputStream rows) throws IOException {
        try (rows) {
            return new String(rows.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** Where the harvests of this process are. */
    private static List<String> openFiles() throws IOException {
        var files = new ArrayList<String>();
        try (var links = Files.newDirectoryStream(OPEN_FILES)) {
            for (var link : links) {
                try {
                    files.add(Files.readSymbolicLink(link).toString());
                } catch (NoSuchFileException closed) {
                    // meanwhile
                }
            }
        }
        files.removeIf(file -> !file.contains("shisei-rows"));
        return files;
    }
}
