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

    private static final int MOST = COUNTED + 1;

    private static final String COUNTS = "account_id not in (" + Circle.LEFT_OUT + ")";

    private static final String WAITS =
            "record_state = 'ACTIVE' and failing_since is not null and workflow_status <> 'SUPPRESSED'";

    private static final String READ = """
            select control.id as control_id, oldest, overdue
            from unnest(:controls::text[]) as control (id)
            cross join lateral (select min(failing_since) as oldest from (%s) as first) as first
            cross join lateral (select count(*) as overdue from (%s limit %d) as few) as late
            """;

    /** What is overdue by each deadline of a control: of an account, or (null) of those that have none of their own. */
    private static final String LATE = """
            select from unnest(:dueControls::text[], :dueAccounts::text[], :dueSince::timestamptz[])
                as due (control_id, account_id, since)
            cross join lateral (
                select from finding where control_id = control.id and failing_since < due.since and %s and %s limit %d) as late
            where due.control_id = control.id and %s
            """;

    /** Of all accounts an index has what a control has first. */
    private static final String OF_ALL = READ.formatted(
            """
            select failing_since from finding where control_id = control.id and %1$s and %2$s
            order by failing_since limit 1""".formatted(COUNTS, WAITS),
            late("account_id = due.account_id", "due." + COUNTS)
                    + "union all "
                    + late("account_id <> all(:own::text[]) and " + COUNTS, "due.account_id is null"),
            MOST);

    private static final String OF_ACCOUNTS = READ.formatted(
            """
            select failing_since from unnest(:accounts::text[]) as watched (id)
            cross join lateral (
                select failing_since from finding where account_id = watched.id and control_id = control.id and %s
                order by failing_since limit 1) as oldest""".formatted(WAITS),
            late("account_id = due.account_id", "due.account_id = any(:accounts::text[])")
                    + "union all "
                    + late("account_id = any(:usual::text[])", "due.account_id is null"),
            MOST);

    private final JdbcClient jdbc;

    Backlogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each of these controls. */
    public Map<ControlId, Backlog> of(Collection<Control> controls, Circle circle, TimesToFix times, Instant now) {
        var due = times.overdue(controls, now);
        var backlogs = new HashMap<ControlId, Backlog>();
        jdbc.sql(circle.others() == null ? OF_ACCOUNTS : OF_ALL)
                .param("accounts", circle.ids())
                .param("others", circle.otherIds())
                .param("usual", withoutDeadlines(circle, times))
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

    /** The accounts that have no deadlines of their own. */
    private static String[] withoutDeadlines(Circle circle, TimesToFix times) {
        return circle.chosen().stream()
                .filter(account -> !times.accounts().contains(account))
                .toArray(String[]::new);
    }

    private static String late(String findings, String deadlines) {
        return LATE.formatted(findings, WAITS, MOST, deadlines);
    }

    private static Backlog backlog(ResultSet row) throws SQLException {
        var oldest = row.getObject("oldest") == null ? null : Instants.read(row, "oldest");
        var overdue = row.getLong("overdue");
        return new Backlog(
                oldest,
                overdue > COUNTED ? new Page.Total(COUNTED, Page.Total.Type.AT_LEAST) : Page.Total.exact(overdue));
    }
}
