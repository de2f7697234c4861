package io.shisei.score;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The controls of a standard by status right after a scan; {@code score} is Security Hub's. */
public record StandardPoint(
        Instant at, int passed, int failed, int unknown, int noData, int disabled, double coverage) {

    public @Nullable Integer score() {
        var judged = passed + failed + unknown;
        return judged == 0 ? null : (int) Math.round(100.0 * passed / judged);
    }
}
