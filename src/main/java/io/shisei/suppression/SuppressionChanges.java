package io.shisei.suppression;

import io.shisei.database.Instants;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed which rule when, and why. */
@Component
class SuppressionChanges {

    private final JdbcClient jdbc;

    SuppressionChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(
            UUID suppression, Suppression.Change.What what, @Nullable String user, @Nullable String note, Instant at) {
        jdbc.sql("""
                        insert into suppression_change (suppression_id, at, what, username, note)
                        values (:suppression, :at, :what, :user, :note)
                        """)
                .param("suppression", suppression)
                .param("at", Instants.utc(at))
                .param("what", what.name())
                .param("user", user)
                .param("note", note)
                .update();
    }

    /** Newest first. */
    List<Suppression.Change> of(UUID suppression) {
        return jdbc.sql("select * from suppression_change where suppression_id = :suppression order by id desc")
                .param("suppression", suppression)
                .query((row, number) -> new Suppression.Change(
                        Instants.read(row, "at"),
                        Suppression.Change.What.valueOf(row.getString("what")),
                        row.getString("username"),
                        row.getString("note")))
                .list();
    }
}
