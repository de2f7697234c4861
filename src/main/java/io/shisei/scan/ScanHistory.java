package io.shisei.scan;

import io.shisei.database.History;
import io.shisei.database.HistoryKind;
import io.shisei.database.Instants;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scans that ended, with what they read; those that explain findings as they are now, and the last of each account, stay. */
@Component
class ScanHistory implements History {

    /** So few at once that none of them is locked for long. */
    private static final String DROP = """
            delete from scan where id in (
                select id from scan s
                where finished_at < :before
                  and exists (select from scan later
                              where later.account_id = s.account_id and later.queued_at > s.queued_at
                                and later.finished_at is not null)
                  and not exists (select from explaining_transition t where t.scan_id = s.id and t.at < :before)
                  and not exists (select from last_evaluation e where e.scan_id = s.id)
                limit 1000)
            """;

    /** What scans read is not kept by month: a month has its share of the whole. */
    private static final String MONTHS = """
            select month.first::date as first,
                   (scans / sum(scans) over ()
                    * (select sum(pg_total_relation_size(name::regclass))
                       from unnest(array['scan', 'scan_unit', 'coverage']) as name))::bigint as bytes
            from (select date_trunc('month', min(queued_at) at time zone 'UTC') as first, max(queued_at) at time zone 'UTC' as last
                  from scan) as ever
            cross join generate_series(ever.first, last, interval '1 month') as month (first)
            cross join lateral (
                select count(*) as scans from scan
                where queued_at >= month.first at time zone 'UTC'
                  and queued_at < (month.first + interval '1 month') at time zone 'UTC') as counted
            where scans > 0 order by 1
            """;

    private final JdbcClient jdbc;

    ScanHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public HistoryKind kind() {
        return HistoryKind.SCANS;
    }

    @Override
    public int dropBefore(Instant before) {
        int all = 0;
        int dropped;
        do {
            dropped = jdbc.sql(DROP).param("before", Instants.utc(before)).update();
            all += dropped;
        } while (dropped > 0);
        return all;
    }

    @Override
    public List<Month> months() {
        return jdbc.sql(MONTHS).query(Month::of).list();
    }
}
