package io.shisei.scan;

import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import io.shisei.refusal.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scans from rows. */
final class ScanRows {

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
                Told.read(row.getString("problem")),
                new Scan.Progress(row.getInt("done"), row.getInt("total")),
                tally(row),
                coverageShare(row),
                Instants.read(row, "queued_at"),
                Instants.readOrNull(row, "started_at"),
                Instants.readOrNull(row, "finished_at"));
    }

    static ScanUnit unit(ResultSet row, int number) throws SQLException {
        return new ScanUnit(
                row.getString("region"),
                ScanUnit.State.valueOf(row.getString("state")),
                Told.read(row.getString("problem")),
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

    private static @Nullable List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
