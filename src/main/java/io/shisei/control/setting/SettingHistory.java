package io.shisei.control.setting;

import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import io.shisei.database.NamedLock;
import io.shisei.inventory.Json;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Who changed which setting when, why, and from what to what. */
@Repository
class SettingHistory {

    private static final TypeReference<Values> VALUES = new TypeReference<>() {};

    private static final String LOCK = "control settings";

    private final JdbcClient jdbc;

    SettingHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(SettingChange change) {
        jdbc.sql("""
                        insert into control_setting_change (id, control_id, ou, account_id, at, username, note, before, after)
                        values (:id, :control, :ou, :account, :at, :user, :note, :before::jsonb, :after::jsonb)
                        """)
                .param("id", change.id())
                .param("control", change.control().value())
                .param("ou", change.level().path())
                .param("account", change.level().accountId())
                .param("at", Instants.utc(change.at()))
                .param("user", change.username())
                .param("note", change.note())
                .param("before", Json.write(change.before()))
                .param("after", Json.write(change.after()))
                .update();
    }

    Optional<SettingChange> find(UUID id) {
        return jdbc.sql("select * from control_setting_change where id = :id")
                .param("id", id)
                .query(SettingHistory::change)
                .optional();
    }

    /** @param orSwitch also one that switched another control */
    Optional<SettingChange> last(ControlId control, boolean orSwitch) {
        return jdbc.sql("""
                        select * from control_setting_change
                        where control_id = :control or :orSwitch and before->'enabled' is distinct from after->'enabled'
                        order by at desc, id desc limit 1
                        """)
                .param("control", control.value())
                .param("orSwitch", orSwitch)
                .query(SettingHistory::change)
                .optional();
    }

    /** Newest first. */
    Page<SettingChange> of(ControlId control, PageRequest page) {
        var where = new Where().and("control_id = :control", "control", control.value());
        var total = where.count(jdbc, "control_setting_change");
        where.after(page, "(at, id) < (:at::timestamptz, :id::uuid)", KeyPart.instant("at"), KeyPart.uuid("id"));
        var rows = jdbc.sql("select * from control_setting_change" + where.where() + " order by at desc, id desc limit "
                        + (page.size() + 1))
                .params(where.parameters())
                .query(SettingHistory::change)
                .list();
        return page.page(
                rows, total, row -> List.of(row.at().toString(), row.id().toString()));
    }

    /** Waits until nobody changes a setting; nobody can until the transaction ends. */
    void hold() {
        NamedLock.hold(jdbc, LOCK);
    }

    /** Waits until nobody holds the settings; nobody can until the transaction ends. */
    void holdAlone() {
        NamedLock.holdAlone(jdbc, LOCK);
    }

    private static SettingChange change(ResultSet row, int number) throws SQLException {
        return new SettingChange(
                row.getObject("id", UUID.class),
                new ControlId(row.getString("control_id")),
                Level.of(row.getString("ou"), row.getString("account_id")),
                Instants.read(row, "at"),
                row.getString("username"),
                row.getString("note"),
                Json.read(row.getString("before"), VALUES),
                Json.read(row.getString("after"), VALUES));
    }
}
