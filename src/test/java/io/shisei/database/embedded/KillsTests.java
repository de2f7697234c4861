package io.shisei.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code benchmarks/kills} does the same with more kills. */
class KillsTests {

    @TempDir
    Path data;

    @Test
    void loseNothingThatWasAcknowledged() throws IOException, InterruptedException {
        var tally = new Kills(data, 1).run(3);
        assertThat(tally.lost()).isEmpty();
        assertThat(tally.acknowledged()).isGreaterThan(300);
    }
}
