package io.shisei.comparison;

import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.WorkflowStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@link PairSql}; {@code finding} is ours. */
record PairRow(
        ControlId control,
        String region,
        String resource,
        Agreement outcome,
        Compared.@Nullable Theirs theirs,
        @Nullable UUID finding) {

    static PairRow of(ResultSet row, int number) throws SQLException {
        var finding = row.getString("finding");
        return new PairRow(
                new ControlId(row.getString("control_id")),
                row.getString("region"),
                row.getString("arn"),
                Agreement.valueOf(row.getString("outcome")),
                theirs(row),
                finding.isEmpty() ? null : UUID.fromString(finding));
    }

    private static Compared.@Nullable Theirs theirs(ResultSet row) throws SQLException {
        var status = row.getString("hub_status");
        var workflow = row.getString("hub_workflow");
        return status == null
                ? null
                : new Compared.Theirs(
                        ComplianceStatus.valueOf(status),
                        workflow == null ? null : WorkflowStatus.valueOf(workflow),
                        row.getString("hub_region"),
                        Instants.read(row, "hub_updated_at"));
    }

    List<String> key() {
        return List.of(control.value(), resource, region, finding == null ? "" : finding.toString());
    }

    Compared toCompared(Compared.@Nullable Ours ours, @Nullable UUID resourceKey) {
        return new Compared(control, region, resource, outcome, theirs, ours, resourceKey);
    }
}
