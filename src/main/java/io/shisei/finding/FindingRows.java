package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.database.Instants;
import io.shisei.deadline.TimesToFix;
import io.shisei.finding.history.TransitionRows;
import io.shisei.finding.rule.RuleSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Findings from rows. */
final class FindingRows {

    private static final String FROM = """
            select f.*, r.arn, r.type, r.name, r.tags, e.at as evaluated_at
            from %s f join stored_resource r on r.id = f.resource_id
            left join last_evaluation e
                on e.account_id = f.account_id and e.region = f.region and e.control_id = f.control_id
                    and e.resource_type = r.type
            """;

    static final String FINDINGS = of("finding");

    static final String NEWEST_FIRST = " order by f.status_changed_at desc, f.id desc";

    /** The first of a list: they are found before anything is read to them, however many there may be. */
    static String newest(String where, int limit) {
        var first = "(select f.* from " + RuleSql.FROM + where + NEWEST_FIRST + " limit " + limit + ")";
        return of(first) + NEWEST_FIRST;
    }

    /** With their resources {@code r}; {@code findings} is a table, or a query in parentheses. */
    static String of(String findings) {
        return FROM.formatted(findings);
    }

    private final Controls controls;
    private final TimesToFix times;

    FindingRows(Controls controls, TimesToFix times) {
        this.controls = controls;
        this.times = times;
    }

    Finding finding(ResultSet row, int number) throws SQLException {
        var control = new ControlId(row.getString("control_id"));
        var account = row.getString("account_id");
        var failingSince = Instants.readOrNull(row, "failing_since");
        return new Finding(
                row.getObject("id", UUID.class),
                control,
                Finding.severityOf(controls.find(control)),
                account,
                row.getString("region"),
                TransitionRows.subject(row),
                ComplianceStatus.valueOf(row.getString("compliance_status")),
                TransitionRows.reason(row),
                WorkflowStatus.valueOf(row.getString("workflow_status")),
                row.getString("assignee"),
                row.getObject("suppression_id", UUID.class),
                RecordState.valueOf(row.getString("record_state")),
                TransitionRows.archiveReason(row),
                Instants.read(row, "first_observed_at"),
                Instants.read(row, "status_changed_at"),
                failingSince,
                failingSince == null ? null : due(control, account, failingSince),
                Instants.readOrNull(row, "evaluated_at"),
                row.getInt("version"));
    }

    private @Nullable Instant due(ControlId id, String account, Instant failingSince) {
        return controls.find(id)
                .map(control -> times.due(id, control.severity(), account, failingSince))
                .orElse(null);
    }
}
