package io.shisei.scan;

import io.shisei.database.Instants;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Where;
import java.time.Instant;
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

    /** {@code offset 0} keeps PostgreSQL from adding up what all scans read in order to join it to these. */
    private static final String SELECT = """
            select scan.*, unit.done, unit.total, read.resources, read.evaluations, read.opened, read.closed,
                   read.calls, read.retries, read.throttles, read.coverage
            from scan
            cross join lateral (
                select count(*) as total, count(*) filter (where state not in ('QUEUED', 'RUNNING')) as done
                from scan_unit where scan_id = scan.id) unit
            left join lateral (select * from scan_coverage where scan_id = scan.id offset 0) read on true
            """;

    /** Such a scan read all that is watched, with nothing missing. */
    private static final String COMPLETE =
            "scan.state = 'COMPLETED' and scan.regions is null and scan.control_ids is null";

    private static final String NEWEST_FIRST = " order by queued_at desc, id desc limit ";

    private final JdbcClient jdbc;

    Scans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page<Scan> list(@Nullable String accountId, PageRequest page) {
        var where = new Where().equal("account_id", accountId);
        var total = where.count(jdbc, "scan");
        where.after(page, "(queued_at, id) < (:at::timestamptz, :id::uuid)", KeyPart.instant("at"), KeyPart.uuid("id"));
        return page.page(
                list(where, page.size() + 1),
                total,
                scan -> List.of(scan.queuedAt().toString(), scan.id().toString()));
    }

    /** The last {@code many} of these accounts, or (none) of all; nothing counts how many there are. */
    public List<Scan> newest(Set<String> accountIds, int many) {
        return list(new Where().in("account_id", accountIds), many);
    }

    private List<Scan> list(Where where, int many) {
        return jdbc.sql(SELECT + where.where() + NEWEST_FIRST + many)
                .params(where.parameters())
                .query(ScanRows::scan)
                .list();
    }

    public Optional<Scan> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(ScanRows::scan)
                .optional();
    }

    /** The last scan of an account that read all that is watched there, with nothing missing. */
    public Optional<Scan> lastComplete(String accountId) {
        return jdbc.sql(SELECT + " where account_id = :account and " + COMPLETE + NEWEST_FIRST + 1)
                .param("account", accountId)
                .query(ScanRows::scan)
                .optional();
    }

    /** Its regions, sorted, after what has none; nothing before it has begun. */
    public List<ScanUnit> units(UUID id) {
        return jdbc.sql("select * from scan_unit where scan_id = :id order by region <> 'global', region")
                .param("id", id)
                .query(ScanRows::unit)
                .list();
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

    /** Those of these accounts, or (none) of all, that are queued or run; at most {@code many}. */
    public List<Scan> running(Set<String> accountIds, int many) {
        return list(new Where().and("scan.state in ('QUEUED', 'RUNNING')").in("account_id", accountIds), many);
    }

    /** Those of these accounts of which some scan has read all that it could. */
    public Set<String> everRead(Collection<String> accountIds) {
        return jdbc.sql("""
                        select account from unnest(:accounts::text[]) as wanted (account)
                        where exists (
                            select from scan where account_id = account and state in ('COMPLETED', 'INCOMPLETE'))
                        """)
                .param("accounts", accountIds.toArray(String[]::new))
                .query((row, number) -> row.getString("account"))
                .set();
    }

    /** When the last scan of each of these accounts ended that read everything, by account. */
    public Map<String, Instant> lastCompletions(Collection<String> accountIds) {
        return jdbc
                .sql("""
                        select account, finished_at
                        from unnest(:accounts::text[]) as wanted (account)
                        cross join lateral (
                            select finished_at from scan
                            where account_id = wanted.account and %s
                            order by queued_at desc, id desc limit 1) as complete
                        """.formatted(COMPLETE))
                .param("accounts", accountIds.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("account"), Instants.read(row, "finished_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The scan of this account that is queued or runs. */
    public Optional<Scan> running(String accountId) {
        return jdbc.sql(SELECT + " where account_id = :account and scan.state in ('QUEUED', 'RUNNING')")
                .param("account", accountId)
                .query(ScanRows::scan)
                .optional();
    }

    /** A scan of this account that is queued or runs, or has ended since. */
    public Optional<Scan> since(String accountId, Instant time) {
        return jdbc.sql(SELECT + """
                         where account_id = :account
                           and (scan.state in ('QUEUED', 'RUNNING') or scan.finished_at >= :time)
                        """ + NEWEST_FIRST + 1)
                .param("account", accountId)
                .param("time", Instants.utc(time))
                .query(ScanRows::scan)
                .optional();
    }

    /** The ids of the last {@code many}. */
    public List<UUID> newest(int many) {
        return jdbc.sql("select id from scan" + NEWEST_FIRST + many)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** When the last complete or incomplete one of an account was queued that replays its recording. */
    public Optional<Instant> lastReplay(String accountId) {
        return jdbc.sql("""
                        select queued_at from scan
                        where account_id = :account and trigger = 'SAMPLE' and state in ('COMPLETED', 'INCOMPLETE')
                        order by queued_at desc limit 1
                        """)
                .param("account", accountId)
                .query((row, number) -> Instants.read(row, "queued_at"))
                .optional();
    }
}
