package io.shisei.comparison.fetch;

import io.shisei.database.Instants;
import io.shisei.database.JsonColumn;
import io.shisei.inventory.Json;
import io.shisei.refusal.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The rows of fetches, one for each account. */
@Repository
class StoredHubFetches {

    private static final TypeReference<List<UnreadRegion>> UNREAD = new TypeReference<>() {};

    private final JdbcClient jdbc;

    StoredHubFetches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers false when one goes on. */
    boolean begin(UUID id, String accountId, String username, Instant at) {
        return jdbc.sql("""
                        insert into security_hub_fetch as f (account_id, id, username, started_at)
                        values (:account, :id, :user, :at)
                        on conflict (account_id) do update
                        set id = excluded.id, username = excluded.username, started_at = excluded.started_at,
                            ended_at = null, regions = null, unread = '[]', problem = null
                        where f.ended_at is not null
                        """)
                        .param("account", accountId)
                        .param("id", id)
                        .param("user", username)
                        .param("at", Instants.utc(at))
                        .update()
                == 1;
    }

    void asking(UUID id, List<String> regions) {
        jdbc.sql("update security_hub_fetch set regions = :regions where id = :id")
                .param("regions", regions.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    void end(UUID id, List<UnreadRegion> unread, @Nullable Told problem, Instant at) {
        jdbc.sql("update security_hub_fetch set unread = :unread, problem = :problem, ended_at = :at where id = :id")
                .param("unread", JsonColumn.of(unread))
                .param("problem", problem == null ? null : problem.kept())
                .param("at", Instants.utc(at))
                .param("id", id)
                .update();
    }

    Optional<HubFetch> last(String accountId) {
        return jdbc.sql("select * from security_hub_fetch where account_id = :account")
                .param("account", accountId)
                .query(StoredHubFetches::row)
                .optional();
    }

    private static HubFetch row(ResultSet row, int number) throws SQLException {
        var regions = row.getArray("regions");
        return new HubFetch(
                row.getObject("id", UUID.class),
                row.getString("account_id"),
                row.getString("username"),
                Instants.read(row, "started_at"),
                Instants.readOrNull(row, "ended_at"),
                regions == null ? null : List.of((String[]) regions.getArray()),
                Json.read(row.getString("unread"), UNREAD),
                Told.read(row.getString("problem")));
    }
}
