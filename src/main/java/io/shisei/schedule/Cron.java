package io.shisei.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * When a schedule runs: five fields as in crontab(5), read in a time zone. Where clocks go forward, runs of the hour
 * that is left out come right after it; where they go back, runs of the hour that comes twice happen once.
 */
public record Cron(String expression, ZoneId zone) {

    /** @throws InvalidCron when the expression or the zone cannot be read, or it never fires */
    public static Cron parse(String expression, String zone) {
        throw new UnsupportedOperationException();
    }

    /** The next {@code count} runs after {@code after}. */
    public List<Instant> next(Instant after, int count) {
        throw new UnsupportedOperationException();
    }
}
