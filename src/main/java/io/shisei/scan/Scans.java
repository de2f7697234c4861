package io.shisei.scan;

import io.shisei.paging.Conditions;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All scans, the newest first. */
@Repository
public class Scans {

    private static final String SELECT = """
            select scan.*, unit.done, unit.total, read.*
            from scan
            cross join lateral (
                select count(*) as total, count(*) filter (where state not in ('QUEUED', 'RUNNING')) as done
                from scan_unit where scan_id = scan.id) unit
            cross join lateral (
                select coalesce(sum(resources), 0) as resources, coalesce(sum(evaluations), 0) as evaluations,
                       coalesce(sum(opened), 0) as opened, coalesce(sum(closed), 0) as closed,
                       coalesce(sum(calls), 0) as calls, coalesce(sum(retries), 0) as retries,
                       coalesce(sum(throttles), 0) as throttles,
                       coverage_share(sum(complete_checks), sum(checks)) as coverage
                from coverage where scan_id = scan.id) read
            """;

    private final JdbcClient jdbc;

    Scans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page<Scan> list(@Nullable String accountId, PageRequest page) {
        var conditions = new Conditions();
        if (accountId != null) {
            conditions.and("account_id = :account", "account", accountId);
        }
        var total = conditions.count(jdbc, "scan");
        conditions.after(page, "(queued_at, id) < (:at::timestamptz, :id::uuid)", Part.instant("at"), Part.uuid("id"));
        var rows = jdbc.sql(
                        SELECT + conditions.where() + " order by queued_at desc, id desc limit " + (page.size() + 1))
                .params(conditions.parameters())
                .query(ScanRows::scan)
                .list();
        return page.page(
                rows,
                total,
                scan -> List.of(scan.queuedAt().toString(), scan.id().toString()));
    }

    public Optional<Scan> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(ScanRows::scan)
                .optional();
    }

    /** The last scan of each of these accounts that has been scanned, by account. */
    public Map<String, Scan> last(Collection<String> accountIds) {
        return jdbc
                .sql(SELECT + """
                        where scan.id in (
                            select newest.id
                            from unnest(:accounts::text[]) as wanted (account)
                            cross join lateral (
                                select id from scan where account_id = wanted.account
                                order by queued_at desc, id desc limit 1) newest)
                        """)
                .param("accounts", accountIds.toArray(String[]::new))
                .query(ScanRows::scan)
                .list()
                .stream()
                .collect(Collectors.toMap(Scan::accountId, scan -> scan));
    }

    /** The scan of this account that is queued or runs. */
    public Optional<Scan> running(String accountId) {
        return jdbc.sql(SELECT + " where account_id = :account and scan.state in ('QUEUED', 'RUNNING')")
                .param("account", accountId)
                .query(ScanRows::scan)
                .optional();
    }

    /** What the scan read so far, by region and service. */
    public List<Coverage> coverage(UUID id) {
        return jdbc.sql("select * from coverage where scan_id = :id order by region, service")
                .param("id", id)
                .query(ScanRows::coverage)
                .list();
    }

    /** The regions that the last {@code scans} scans read. */
    public Set<String> regions(int scans) {
        return jdbc.sql("""
                        select distinct region from coverage
                        where scan_id in (select id from scan order by queued_at desc, id desc limit :scans)
                        """).param("scans", scans).query(Scans::region).set();
    }

    private static String region(ResultSet row, int number) throws SQLException {
        return row.getString("region");
    }
}
