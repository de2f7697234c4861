package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Text;
import io.shisei.database.Instants;
import io.shisei.deadline.TimesToFix;
import io.shisei.finding.rule.RuleEffect;
import io.shisei.inventory.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Findings and transitions from rows. */
final class FindingRows {

    static final String FINDINGS = """
            select f.*, r.arn, r.type, r.name, r.tags, e.at as evaluated_at
            from finding f join stored_resource r on r.id = f.resource_id
            left join last_evaluation e
                on e.account_id = f.account_id and e.region = f.region and e.control_id = f.control_id
                    and e.resource_type = r.type
            """;

    static final String NEWEST_FIRST = " order by f.status_changed_at desc, f.id desc";

    static final String TRANSITIONS = """
            select t.*, f.resource_id, r.arn, r.type, r.name, r.tags
            from transition t join finding f on f.id = t.finding_id join stored_resource r on r.id = f.resource_id
            """;

    private static final TypeReference<Map<String, Transition.Change>> CHANGES = new TypeReference<>() {};

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
                subject(row),
                ComplianceStatus.valueOf(row.getString("compliance_status")),
                reason(row),
                WorkflowStatus.valueOf(row.getString("workflow_status")),
                row.getString("assignee"),
                row.getObject("suppression_id", UUID.class),
                RecordState.valueOf(row.getString("record_state")),
                archiveReason(row),
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

    private static Text reason(ResultSet row) throws SQLException {
        var en = row.getString("reason");
        var ja = row.getString("reason_ja");
        return new Text(en, ja == null ? en : ja);
    }

    private static @Nullable ArchiveReason archiveReason(ResultSet row) throws SQLException {
        var reason = row.getString("archive_reason");
        return reason == null ? null : ArchiveReason.valueOf(reason);
    }

    static Transition transition(ResultSet row, int number) throws SQLException {
        var change = row.getString("change");
        var effect = row.getString("suppression_effect");
        return new Transition(
                row.getLong("id"),
                row.getObject("finding_id", UUID.class),
                subject(row),
                Instants.read(row, "at"),
                Transition.What.valueOf(row.getString("what")),
                row.getString("from_value"),
                row.getString("to_value"),
                reason(row),
                archiveReason(row),
                row.getObject("scan_id", UUID.class),
                row.getObject("recheck_id", UUID.class),
                row.getString("username"),
                row.getString("note"),
                row.getObject("suppression_id", UUID.class),
                effect == null ? null : RuleEffect.valueOf(effect),
                row.getObject("setting_change_id", UUID.class),
                change == null ? Map.of() : Json.read(change, CHANGES));
    }

    private static Finding.Subject subject(ResultSet row) throws SQLException {
        return new Finding.Subject(
                row.getObject("resource_id", UUID.class),
                row.getString("arn"),
                row.getString("type"),
                row.getString("name"),
                Json.texts(row.getString("tags")));
    }
}
