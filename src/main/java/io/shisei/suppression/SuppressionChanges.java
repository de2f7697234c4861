package io.shisei.suppression;

import io.shisei.database.Instants;
import io.shisei.database.JsonColumn;
import io.shisei.inventory.DocumentDifference;
import io.shisei.inventory.Json;
import io.shisei.suppression.Suppression.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed which rule when, how, and why. */
@Component
class SuppressionChanges {

    private final JdbcClient jdbc;

    SuppressionChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A change with what the rule says since, or null where it says what it said before. */
    private record Row(Change change, @Nullable Map<String, Object> plan) {}

    /** @param plan what it says now; null where that was not changed */
    void append(
            UUID suppression,
            Change.What what,
            Suppression.@Nullable Plan plan,
            @Nullable String user,
            @Nullable String note,
            Instant at) {
        jdbc.sql("""
                        insert into suppression_change (suppression_id, at, what, plan, username, note)
                        values (:suppression, :at, :what, :plan, :user, :note)
                        """)
                .param("suppression", suppression)
                .param("at", Instants.utc(at))
                .param("what", what.name())
                .param("plan", plan == null ? null : JsonColumn.of(PlanDocument.of(plan)))
                .param("user", user)
                .param("note", note)
                .update();
    }

    /** Newest first. */
    List<Change> of(UUID suppression) {
        var rows = jdbc.sql("select * from suppression_change where suppression_id = :suppression order by id")
                .param("suppression", suppression)
                .query(SuppressionChanges::read)
                .list();
        var changes = new ArrayList<Change>();
        Map<String, Object> before = null;
        for (var row : rows) {
            changes.addFirst(
                    before == null || row.plan() == null ? row.change() : edited(row.change(), before, row.plan()));
            before = row.plan() == null ? before : row.plan();
        }
        return changes;
    }

    private static Change edited(Change change, Map<String, Object> before, Map<String, Object> after) {
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        var differences = fields.stream()
                .flatMap(field -> DocumentDifference.between(field, before.get(field), after.get(field)).stream())
                .toList();
        return new Change(change.at(), change.what(), change.username(), change.note(), differences);
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        var plan = row.getString("plan");
        var change = new Change(
                Instants.read(row, "at"),
                Change.What.valueOf(row.getString("what")),
                row.getString("username"),
                row.getString("note"),
                List.of());
        return new Row(change, plan == null ? null : Json.fields(plan));
    }
}
