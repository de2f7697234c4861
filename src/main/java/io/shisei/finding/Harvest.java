package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.control.Text;
import io.shisei.control.Verdict;
import io.shisei.database.CopyRow;
import io.shisei.database.RowFile;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What reading one service in one region brought, waiting on disk for its reconciliation: rows in the text format of
 * PostgreSQL's {@code COPY}. So a million resources need neither memory nor a database connection while AWS is read.
 * AWS may list a resource twice; readings are numbered, so that the reconciliation can take the last of each.
 */
public final class Harvest implements AutoCloseable {

    private final String accountId;
    private final String region;
    private final RowFile resourceRows = new RowFile();
    private final RowFile verdictRows = new RowFile();
    private final AtomicLong readings = new AtomicLong();

    public Harvest(String accountId, String region) {
        this.accountId = accountId;
        this.region = region;
    }

    /** Adds a resource and what the controls say of it; may be called by several threads. */
    public void add(Resource resource, Map<ControlId, Verdict> judged) {
        var reading = readings.incrementAndGet();
        var id = ResourceRow.id(accountId, region, resource);
        var found = new StringBuilder();
        judged.forEach((control, verdict) -> found.append(row(reading, id, control, verdict)));
        write(ResourceRow.of(reading, id, judged.size(), resource), found);
    }

    /** Adds what controls say of a resource as it is stored. */
    public void say(UUID resource, Map<ControlId, Verdict> judged) {
        var reading = readings.incrementAndGet();
        var found = new StringBuilder();
        judged.forEach((control, verdict) -> found.append(row(reading, resource, control, verdict)));
        write("", found);
    }

    /** Rows are made outside, so that threads wait for each other only to write. */
    private synchronized void write(String resource, CharSequence found) {
        try {
            resourceRows.add(resource);
            verdictRows.add(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(long reading, UUID resource, ControlId control, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed passed -> row(reading, resource, control, ComplianceStatus.PASSED, passed.reason());
            case Verdict.Failed failed -> row(reading, resource, control, ComplianceStatus.FAILED, failed.reason());
            case Verdict.Unknown unknown ->
                row(reading, resource, control, ComplianceStatus.WARNING, Text.same(unknown.reason()));
            case Verdict.NotApplicable none -> ""; // no finding
        };
    }

    private static String row(long reading, UUID resource, ControlId control, ComplianceStatus status, Text reason) {
        return CopyRow.of(
                Long.toString(reading), resource.toString(), control.value(), status.name(), reason.en(), reason.ja());
    }

    public String accountId() {
        return accountId;
    }

    public String region() {
        return region;
    }

    boolean isEmpty() {
        return readings.get() == 0;
    }

    /** To be read once. */
    synchronized InputStream resourceRows() {
        return resourceRows.read();
    }

    /** To be read once. */
    synchronized InputStream verdictRows() {
        return verdictRows.read();
    }

    @Override
    public synchronized void close() {
        try (resourceRows) {
            verdictRows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
