package io.shisei.scan;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.database.Glance;
import io.shisei.database.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the metrics read from the database, at most every few seconds. */
@Repository
class ScanFigures {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Figures UNKNOWN = new Figures(Map.of(), Double.NaN, Map.of());

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Glance<Figures> glance;

    ScanFigures(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.glance = new Glance<>("The figures of the metrics", FRESH, UNKNOWN, clock, this::read);
    }

    /**
     * @param units how many are queued and running, and how many were done or failed within 24 hours
     * @param sinceCompleteSeconds by account
     */
    record Figures(Map<String, Long> units, double oldestOpenSeconds, Map<String, Double> sinceCompleteSeconds) {}

    Figures read() {
        return glance.get();
    }

    private Figures read(Instant now) {
        return new Figures(units(now), oldest(now), sinceComplete(now));
    }

    private Map<String, Long> units(Instant now) {
        var units = new TreeMap<String, Long>(Map.of("queued", 0L, "running", 0L, "done", 0L, "failed", 0L));
        jdbc.sql("""
                        select lower(state) as state, count(*) as units from scan_unit
                        where state in ('QUEUED', 'RUNNING') group by state
                        union all
                        select lower(state), count(*) from scan_unit
                        where state in ('DONE', 'FAILED') and finished_at > :yesterday group by state
                        """)
                .param("yesterday", Instants.utc(now.minus(Duration.ofDays(1))))
                .query(row -> {
                    units.put(row.getString("state"), row.getLong("units"));
                });
        return units;
    }

    private double oldest(Instant now) {
        return jdbc.sql("""
                        select coalesce(extract(epoch from :now - min(coalesce(scan.started_at, scan.queued_at))), 0)
                        from scan_unit unit join scan on scan.id = unit.scan_id
                        where unit.state in ('QUEUED', 'RUNNING')
                        """).param("now", Instants.utc(now)).query(Double.class).single();
    }

    private Map<String, Double> sinceComplete(Instant now) {
        var complete = new HashMap<String, Instant>();
        jdbc.sql("""
                        select account_id, max(finished_at) as at from scan
                        where state = 'COMPLETED' and regions is null and control_ids is null
                        group by account_id
                        """).query(row -> {
            complete.put(row.getString("account_id"), Instants.read(row, "at"));
        });
        return accounts.findAllByOrderByNameAscIdAsc().stream()
                .collect(Collectors.toMap(
                        Account::id,
                        account -> Duration.between(complete.getOrDefault(account.id(), account.createdAt()), now)
                                        .toMillis()
                                / 1000.0));
    }
}
