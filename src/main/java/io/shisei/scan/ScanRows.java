package io.shisei.scan;

import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import io.shisei.inventory.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Scans and their coverage from rows. */
final class ScanRows {

    static final TypeReference<List<Coverage.CountedGap>> GAPS = new TypeReference<>() {};

    private ScanRows() {}

    static Scan scan(ResultSet row, int number) throws SQLException {
        var controls = texts(row, "control_ids");
        return new Scan(
                row.getObject("id", UUID.class),
                row.getString("account_id"),
                Scan.Trigger.valueOf(row.getString("trigger")),
                row.getObject("schedule_id", UUID.class),
                ScanState.valueOf(row.getString("state")),
                texts(row, "regions"),
                controls == null ? null : controls.stream().map(ControlId::new).toList(),
                row.getString("problem"),
                new Scan.Progress(row.getInt("done"), row.getInt("total")),
                tally(row),
                coverageShare(row),
                Instants.read(row, "queued_at"),
                Instants.readOrNull(row, "started_at"),
                Instants.readOrNull(row, "finished_at"));
    }

    private static Scan.Tally tally(ResultSet row) throws SQLException {
        return new Scan.Tally(
                row.getLong("resources"),
                row.getLong("evaluations"),
                row.getLong("opened"),
                row.getLong("closed"),
                row.getLong("calls"),
                row.getLong("retries"),
                row.getLong("throttles"));
    }

    private static @Nullable Double coverageShare(ResultSet row) throws SQLException {
        var share = row.getDouble("coverage");
        return row.wasNull() ? null : share;
    }

    static Coverage coverage(ResultSet row, int number) throws SQLException {
        return new Coverage(
                row.getString("region"),
                row.getString("service"),
                Coverage.State.valueOf(row.getString("state")),
                row.getLong("checks"),
                row.getLong("complete_checks"),
                row.getLong("resources"),
                row.getLong("evaluations"),
                row.getLong("opened"),
                row.getLong("closed"),
                row.getLong("calls"),
                row.getLong("retries"),
                row.getLong("throttles"),
                Json.read(row.getString("gaps"), GAPS),
                Instants.read(row, "started_at"),
                Instants.read(row, "finished_at"));
    }

    private static @Nullable List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
