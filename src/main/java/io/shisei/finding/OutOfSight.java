package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.database.Instants;
import io.shisei.database.Series;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Archives what is looked at no more: findings in regions that are not watched, of controls that are switched off, and
 * in accounts that are retired. What was evaluated there is forgotten, and comes back when it is looked at again.
 */
@Component
public class OutOfSight {

    /** A transaction holds a lock for each unit, of which PostgreSQL has some thousand. */
    private static final int UNITS = 200;

    /** So many take about a second, for which a user may wait. */
    private static final int FINDINGS = 10_000;

    private final JdbcClient jdbc;
    private final Controls controls;

    OutOfSight(JdbcClient jdbc, Controls controls) {
        this.jdbc = jdbc;
        this.controls = controls;
    }

    /**
     * Which evaluations to look through.
     *
     * @param accountId null: of all accounts
     * @param regions those that AWS has enabled for the account; null: as the account says
     */
    public record Part(@Nullable String accountId, @Nullable List<String> regions) {

        public static final Part ALL = new Part(null, null);
    }

    /**
     * What was done.
     *
     * @param lost by account, the controls that were evaluated somewhere where they are no more
     * @param complete false when there is more to do, for another transaction
     */
    public record Result(Map<String, Set<ControlId>> lost, boolean complete) {}

    private record Unit(String accountId, String region) {}

    private record Unseen(Unit unit, String control, String why) {}

    /** @param username the user who wanted it so; null where nobody did */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result archive(Part part, @Nullable String username, Instant at) {
        var units = new LinkedHashMap<Unit, Map<String, String>>();
        unseen(part)
                .forEach(row -> units.computeIfAbsent(row.unit(), unit -> new LinkedHashMap<>())
                        .put(row.control(), row.why()));
        var lost = new HashMap<String, Set<ControlId>>();
        int left = FINDINGS;
        for (var unit : units.entrySet().stream().limit(UNITS).toList()) {
            left -= archive(unit.getKey(), unit.getValue(), username, at, left);
            if (left == 0) {
                return new Result(lost, false);
            }
            forget(unit.getKey(), unit.getValue().keySet());
            var here = lost.computeIfAbsent(unit.getKey().accountId(), account -> new TreeSet<>());
            unit.getValue().keySet().forEach(control -> here.add(new ControlId(control)));
        }
        return new Result(lost, units.size() <= UNITS);
    }

    /** Whether a region of an account is looked at, which cannot change before the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isWatched(String accountId, String region) {
        return jdbc.sql("""
                        select retired_at is null and (:region = 'global' or regions is null or :region = any(regions))
                        from account where id = :account for share
                        """)
                .param("account", accountId)
                .param("region", region)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private List<Unseen> unseen(Part part) {
        return jdbc.sql(OutOfSightSql.UNSEEN)
                .param("account", part.accountId())
                .param("regions", part.regions() == null ? null : part.regions().toArray(String[]::new))
                .param("enabled", ids(true))
                .param("disabled", ids(false))
                .query(OutOfSight::unseen)
                .list();
    }

    private String[] ids(boolean enabled) {
        return controls.settings().entrySet().stream()
                .filter(control -> control.getValue().enabled() == enabled)
                .map(control -> control.getKey().value())
                .toArray(String[]::new);
    }

    private static Unseen unseen(ResultSet row, int number) throws SQLException {
        var unit = new Unit(row.getString("account_id"), row.getString("region"));
        return new Unseen(unit, row.getString("control_id"), row.getString("why"));
    }

    private int archive(Unit unit, Map<String, String> whys, @Nullable String username, Instant at, int limit) {
        Series.TRANSITION.ensureMonth(jdbc, at);
        FindingLock.take(jdbc, unit.accountId(), unit.region());
        return jdbc.sql(OutOfSightSql.ARCHIVE)
                .param("account", unit.accountId())
                .param("region", unit.region())
                .param("controls", whys.keySet().toArray(String[]::new))
                .param("whys", whys.values().toArray(String[]::new))
                .param("limit", limit)
                .param("at", Instants.utc(at))
                .param("user", username)
                .update();
    }

    private void forget(Unit unit, Collection<String> unseen) {
        jdbc.sql("delete from evaluation"
                        + " where account_id = :account and region = :region and control_id = any(:controls)")
                .param("account", unit.accountId())
                .param("region", unit.region())
                .param("controls", unseen.toArray(String[]::new))
                .update();
    }
}
