package io.shisei.finding.history;

import io.shisei.control.Text;
import io.shisei.database.Instants;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.Finding;
import io.shisei.finding.rule.RuleEffect;
import io.shisei.inventory.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Transitions from rows, and what findings have in common with them. */
public final class TransitionRows {

    public static final String TRANSITIONS = of("transition");

    private static final TypeReference<Map<String, Transition.Change>> CHANGES = new TypeReference<>() {};

    private TransitionRows() {}

    /** Of some rows of the table, as {@code t}. */
    static String of(String transitions) {
        return """
                select t.*, f.resource_id, r.arn, r.type, r.name, r.tags
                from %s t join finding f on f.id = t.finding_id join stored_resource r on r.id = f.resource_id
                """.formatted(transitions);
    }

    public static Transition transition(ResultSet row, int number) throws SQLException {
        var change = row.getString("change");
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
                cause(row),
                row.getObject("scan_id", UUID.class),
                row.getObject("recheck_id", UUID.class),
                row.getString("username"),
                row.getString("note"),
                row.getObject("suppression_id", UUID.class),
                effect(row),
                row.getObject("setting_change_id", UUID.class),
                change == null ? Map.of() : Json.read(change, CHANGES));
    }

    public static Finding.Subject subject(ResultSet row) throws SQLException {
        return new Finding.Subject(
                row.getObject("resource_id", UUID.class),
                row.getString("arn"),
                row.getString("type"),
                row.getString("name"),
                Json.texts(row.getString("tags")));
    }

    public static Text reason(ResultSet row) throws SQLException {
        var en = row.getString("reason");
        var ja = row.getString("reason_ja");
        return new Text(en, ja == null ? en : ja);
    }

    public static @Nullable ArchiveReason archiveReason(ResultSet row) throws SQLException {
        var reason = row.getString("archive_reason");
        return reason == null ? null : ArchiveReason.valueOf(reason);
    }

    private static @Nullable RuleEffect effect(ResultSet row) throws SQLException {
        var effect = row.getString("suppression_effect");
        return effect == null ? null : RuleEffect.valueOf(effect);
    }

    private static @Nullable MoveCause cause(ResultSet row) throws SQLException {
        var cause = row.getString("cause");
        return cause == null ? null : MoveCause.valueOf(cause);
    }
}
