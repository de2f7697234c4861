package io.shisei.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of 160 MB in memory, seen by the process only; Linux lets others than root mount one in a namespace. */
@EnabledOnOs(OS.LINUX)
class FullDiskTests {

    @TempDir
    Path disk;

    @Test
    void isNamedHalvesNothingAndPasses() throws IOException, InterruptedException {
        assumeTrue(said("true").isEmpty(), "no disk can be mounted here");
        assertThat(said(
                        "exec \"$@\"",
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDisk.class.getName(),
                        disk.resolve("data").toString()))
                .contains("full at first: false")
                .contains("full then: true")
                .contains("write: DISK_FULL")
                .contains("connect: DISK_FULL")
                .contains("kept: 0")
                .contains("rows: 5000");
    }

    private String said(String script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c"));
        command.add("mount -t tmpfs -o size=160m,mode=700 tmpfs " + disk + " && " + script);
        command.add("sh");
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
