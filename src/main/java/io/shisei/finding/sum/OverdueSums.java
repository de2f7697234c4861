package io.shisei.finding.sum;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.deadline.Deadlines;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many findings should have been mended by a moment. That moves with time alone, so it is counted, not kept as a sum. */
@Repository
public class OverdueSums {

    private static final String COUNT = """
            select due.control_id, count(f.id) as findings
            from unnest(:controls::text[], :since::timestamptz[]) as due (control_id, since)
            left join finding f on f.account_id = :account and f.control_id = due.control_id and f.failing_since < due.since
                and f.record_state = 'ACTIVE' and f.workflow_status <> 'SUPPRESSED'
            group by due.control_id
            """;

    private final JdbcClient jdbc;
    private final Controls controls;
    private final Deadlines deadlines;

    OverdueSums(JdbcClient jdbc, Controls controls, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.controls = controls;
        this.deadlines = deadlines;
    }

    /** Of each control that has a deadline in an account, of those of now. */
    public Map<ControlId, Long> counts(String accountId, Instant at) {
        var since = deadlines.times().overdueSince(controls.all(), accountId, at);
        var counts = new HashMap<ControlId, Long>();
        if (since.isEmpty()) {
            return counts;
        }
        jdbc.sql(COUNT)
                .param("controls", ControlId.texts(since.keySet()))
                .param("since", since.values().stream().map(Instant::toString).toArray(String[]::new))
                .param("account", accountId)
                .query(row -> {
                    counts.put(new ControlId(row.getString("control_id")), row.getLong("findings"));
                });
        return counts;
    }
}
