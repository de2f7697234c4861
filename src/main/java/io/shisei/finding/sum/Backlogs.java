package io.shisei.finding.sum;

import io.shisei.account.Circle;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import io.shisei.deadline.TimesToFix;
import io.shisei.deadline.TimesToFix.Overdue;
import io.shisei.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Since when a few controls fail, and how late they are. Of each account an index knows the oldest finding that fails of a
 * control; the overdue ones are counted as far as people read.
 */
@Repository
public class Backlogs {

    private static final int COUNTED = 1_000;

    private static final String WAITS =
            "record_state = 'ACTIVE' and failing_since is not null and workflow_status <> 'SUPPRESSED'";

    private static final String READ = """
            with watched as materialized (select id from counted_account where %1$s)
            select control.id as control_id, oldest, overdue
            from unnest(:controls::text[]) as control (id)
            cross join lateral (
                select min(failing_since) as oldest
                from watched cross join lateral (
                    select failing_since from finding
                    where account_id = watched.id and control_id = control.id and %2$s
                    order by failing_since limit 1) as first) as first
            cross join lateral (
                select count(*) as overdue from (
                    select from unnest(:dueControls::text[], :dueAccounts::text[], :dueSince::timestamptz[])
                        as due (control_id, account_id, since)
                    join watched on due.account_id is not distinct from
                        case when watched.id = any(:own::text[]) then watched.id end
                    join finding on finding.account_id = watched.id and finding.control_id = control.id
                        and failing_since < due.since and %2$s
                    where due.control_id = control.id
                    limit %3$d) as few) as late
            """;

    private static final String OF_ALL = READ.formatted("until = 'infinity'", WAITS, COUNTED + 1);

    private static final String OF_ACCOUNTS = READ.formatted("id = any(:accounts)", WAITS, COUNTED + 1);

    private final JdbcClient jdbc;

    Backlogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each of these controls. */
    public Map<ControlId, Backlog> of(Collection<Control> controls, Circle circle, TimesToFix times, Instant now) {
        var due = times.overdue(controls, now);
        var backlogs = new HashMap<ControlId, Backlog>();
        jdbc.sql(circle.accounts() == null ? OF_ALL : OF_ACCOUNTS)
                .param("accounts", circle.ids())
                .param("controls", ControlId.textsOf(controls))
                .param("own", times.accounts().toArray(String[]::new))
                .param(
                        "dueControls",
                        due.stream().map(it -> it.control().value()).toArray(String[]::new))
                .param("dueAccounts", due.stream().map(Overdue::account).toArray(String[]::new))
                .param("dueSince", due.stream().map(it -> it.since().toString()).toArray(String[]::new))
                .query(row -> {
                    backlogs.put(new ControlId(row.getString("control_id")), backlog(row));
                });
        return backlogs;
    }

    private static Backlog backlog(ResultSet row) throws SQLException {
        var oldest = row.getObject("oldest") == null ? null : Instants.read(row, "oldest");
        var overdue = row.getLong("overdue");
        return new Backlog(
                oldest,
                overdue > COUNTED ? new Page.Total(COUNTED, Page.Total.Type.AT_LEAST) : Page.Total.exact(overdue));
    }
}
