package io.shisei.scan.reevaluation;

import io.shisei.control.ControlId;
import io.shisei.coverage.Place;
import io.shisei.database.Instants;
import io.shisei.database.NamedLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is to be judged again, and what came of it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReevaluationQueue {

    private static final String ADD = """
            insert into reevaluation (control_id, account_id, region, resource_type, change_id, queued_at)
            select :control, account_id, region, type, :change, :now from last_listing
            where type = any(:types) and account_id = any(:accounts) and (:region::text is null or region = :region)
            on conflict (control_id, account_id, region, resource_type) do update set change_id = excluded.change_id
            """;

    private static final String COUNT = """
            insert into reevaluated as r (change_id, units, unread, findings) values (:change, :units, :unread, :findings)
            on conflict (change_id) do update
            set units = r.units + excluded.units, unread = r.unread + excluded.unread, findings = r.findings + excluded.findings
            """;

    private static final String PROGRESS = """
            select change_id, units, unread, findings,
                   (select count(*) from reevaluation open where open.change_id = r.change_id) as open
            from reevaluated r where change_id = any(:changes)
            """;

    private final JdbcClient jdbc;

    ReevaluationQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all places of some accounts. */
    void add(UUID change, ControlId control, Collection<String> types, Set<String> accounts, Instant now) {
        add(change, control, types, accounts, null, now);
    }

    /** Of one place. */
    void add(UUID change, ControlId control, Collection<String> types, Place place, Instant now) {
        add(change, control, types, Set.of(place.accountId()), place.region(), now);
    }

    private void add(
            UUID change,
            ControlId control,
            Collection<String> types,
            Set<String> accounts,
            @Nullable String region,
            Instant now) {
        alone();
        var added = jdbc.sql(ADD)
                .param("control", control.value())
                .param("change", change)
                .param("types", types.toArray(String[]::new))
                .param("accounts", accounts.toArray(String[]::new))
                .param("region", region)
                .param("now", Instants.utc(now))
                .update();
        count(change, added, 0, 0);
    }

    /** Units are done one after the other, so that it is known which is an account's last. To be asked before rows are locked. */
    private void alone() {
        NamedLock.holdAlone(jdbc, "reevaluation");
    }

    /** The next to be done; nobody else does any until the transaction ends. */
    Optional<ReevaluationUnit> next() {
        alone();
        return jdbc.sql("""
                        select * from reevaluation
                        order by queued_at, control_id, account_id, region, resource_type limit 1
                        """).query(ReevaluationQueue::unit).optional();
    }

    /** To be called after its account is held, which is erased with all its units. */
    void remove(ReevaluationUnit unit) {
        jdbc.sql("""
                        delete from reevaluation where control_id = :control and account_id = :account
                          and region = :region and resource_type = :type
                        """)
                .param("control", unit.control().value())
                .param("account", unit.place().accountId())
                .param("region", unit.place().region())
                .param("type", unit.type())
                .update();
    }

    /** Whether there is more to do of a control in an account. */
    boolean more(ControlId control, String accountId) {
        return jdbc.sql(
                        "select exists (select from reevaluation where control_id = :control and account_id = :account)")
                .param("control", control.value())
                .param("account", accountId)
                .query(Boolean.class)
                .single();
    }

    void done(UUID change, long findings) {
        count(change, 0, 0, findings);
    }

    /** What the control reads is not there. */
    void unread(UUID change) {
        count(change, 0, 1, 0);
    }

    private void count(UUID change, int units, int unread, long findings) {
        jdbc.sql(COUNT)
                .param("change", change)
                .param("units", units)
                .param("unread", unread)
                .param("findings", findings)
                .update();
    }

    /** Of the changes that had anything to be judged again. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<UUID, Reevaluation> progress(Collection<UUID> changes) {
        return jdbc
                .sql(PROGRESS)
                .param("changes", changes.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        row.getObject("change_id", UUID.class),
                        new Reevaluation(
                                row.getInt("units"),
                                row.getInt("open"),
                                row.getInt("unread"),
                                row.getLong("findings"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ReevaluationUnit unit(ResultSet row, int number) throws SQLException {
        return new ReevaluationUnit(
                new ControlId(row.getString("control_id")),
                new Place(row.getString("account_id"), row.getString("region")),
                row.getString("resource_type"),
                row.getObject("change_id", UUID.class));
    }
}
