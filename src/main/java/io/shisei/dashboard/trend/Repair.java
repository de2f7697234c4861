package io.shisei.dashboard.trend;

import io.shisei.finding.sum.RepairSum;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How mending goes, as pages show it: times in days, null where there is none. */
public record Repair(
        long open,
        @Nullable Double ageDays,
        long fixes,
        @Nullable Double fixDays) {

    public static Repair of(@Nullable RepairSum sum, Instant now) {
        var known = sum == null ? RepairSum.NONE : sum;
        return new Repair(known.open(), days(known.meanAge(now)), known.fixes(), days(known.meanTimeToFix()));
    }

    private static @Nullable Double days(@Nullable Duration duration) {
        return duration == null ? null : Math.round(duration.toSeconds() / 8640.0) / 10.0;
    }
}
