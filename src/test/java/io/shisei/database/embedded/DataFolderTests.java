package io.shisei.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shisei.database.start.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    private Path folder;

    @Test
    void isHeldByOneAtATime() throws IOException {
        try (var held = DataFolder.claim(folder)) {
            assertThat(held.postgres()).isEqualTo(folder.resolve("postgres"));
            assertThatExceptionOfType(Unusable.class)
                    .isThrownBy(() -> DataFolder.claim(folder))
                    .withMessage("Another Shisei is using the folder " + folder + ".")
                    .extracting(Unusable::remedy)
                    .asString()
                    .contains("shisei.data-dir");
        }
        DataFolder.claim(folder).close();
    }

    @Test
    void saysWhichFolderCannotBeUsed() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> DataFolder.claim(file.resolve("data")))
                .withMessageContaining(file.resolve("data").toString());
    }

    @Test
    void leavesOtherProcessesAlone() throws IOException {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        DataFolder.claim(folder).close();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }
}
