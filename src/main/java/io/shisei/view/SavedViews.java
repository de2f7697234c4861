package io.shisei.view;

import io.shisei.database.Instants;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The saved views of all users, by name. */
@Repository
public class SavedViews {

    /** As many as a menu can show. */
    private static final int MOST = 100;

    private static final Pattern LISTS =
            Pattern.compile("/(findings|resources|controls|movements)(\\?[^\\s#\"<>{}]*)?");

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<SavedView> list() {
        return jdbc.sql("select * from saved_view order by lower(name), name")
                .query(SavedViews::view)
                .list();
    }

    /**
     * Keeps an address under a name, instead of what had that name before.
     *
     * @throws Refusal.Invalid when the name is blank or too long, the address is none of a list, or there are too many
     */
    @Transactional
    public SavedView save(String name, String address, String username) {
        Limits.text("name", name, Limits.NAME);
        Limits.atMost("address", address, Limits.ADDRESS);
        if (!LISTS.matcher(address).matches()) {
            throw new Refusal.Invalid(ViewCode.VIEW_ADDRESS, "address");
        }
        var saved = jdbc.sql("""
                        insert into saved_view (id, name, address, username, created_at)
                        values (:id, :name, :address, :username, :at)
                        on conflict (name) do update
                        set address = excluded.address, username = excluded.username, created_at = excluded.created_at
                        returning *
                        """)
                .param("id", UUID.randomUUID())
                .param("name", name.strip())
                .param("address", address)
                .param("username", username)
                .param("at", Instants.utc(clock.instant()))
                .query(SavedViews::view)
                .single();
        Limits.atMost("name", list(), MOST);
        return saved;
    }

    /** @throws Refusal.Unknown when there is none */
    @Transactional
    public void delete(UUID id) {
        if (jdbc.sql("delete from saved_view where id = :id").param("id", id).update() == 0) {
            throw new Refusal.Unknown(ViewCode.UNKNOWN_VIEW, id);
        }
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("address"),
                row.getString("username"),
                Instants.read(row, "created_at"));
    }
}
