package io.shisei.schedule;

import java.time.Instant;

/**
 * How the last run of a schedule came out.
 *
 * @param started in how many of its {@code accounts} a scan was started
 */
public record LastRun(Instant dueAt, Run.Outcome outcome, int started, int accounts) {}
