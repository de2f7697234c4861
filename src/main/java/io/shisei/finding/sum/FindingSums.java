package io.shisei.finding.sum;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.finding.Counts;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.RuleSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many active findings of each control say what. They are kept as sums, which follow each change. */
@Repository
public class FindingSums {

    private static final String BY_CONTROL = """
            select control_id, %s from (%%s) as sums
            group by control_id
            having (sum(passed), sum(failed), sum(unknown), sum(suppressed)) <> (0, 0, 0, 0)
            """.formatted(StatusSum.ADD_UP);

    private static final String OF_ACCOUNTS =
            BY_CONTROL.formatted("select * from finding_sum where account_id = any(:accounts)");

    /** Without retired accounts, which are in the sums over all until their findings are archived, and without some others. */
    private static final String OF_ALL = BY_CONTROL.formatted("""
            select control_id, passed, failed, unknown, suppressed, suppressed_passed, suppressed_failed
            from finding_sum where account_id is null
            union all
            select control_id, -passed, -failed, -unknown, -suppressed, -suppressed_passed, -suppressed_failed
            from finding_sum where account_id in (%s)
            """.formatted(Circle.LEFT_OUT));

    private static final String FAILING = """
            select account_id, severity, sum(failed)::bigint as failed
            from finding_sum
            join unnest(:controls::text[], :severities::text[]) as control (id, severity) on control.id = control_id
            where account_id = any(:accounts) and failed <> 0
            group by account_id, severity having sum(failed) <> 0
            """;

    private static final String OF_MATCH = """
            select f.control_id,
                   count(*) filter (where f.compliance_status = 'PASSED') as passed,
                   count(*) filter (where f.compliance_status = 'FAILED') as failed,
                   count(*) filter (where f.compliance_status in ('WARNING', 'NOT_AVAILABLE')) as unknown,
                   0 as suppressed
            from %s where %s and %s and f.account_id not in (select id from retired_account)
            group by f.control_id
            """;

    /** Rows that another transaction makes one just now are left to it. */
    private static final String MAKE_ONE = """
            with taken as (
                delete from finding_sum where ctid = any (array(
                    select ctid from finding_sum where %s for update skip locked))
                returning *)
            insert into finding_sum (account_id, control_id, passed, failed, unknown, suppressed,
                                     suppressed_passed, suppressed_failed)
            select account_id, control_id, sum(passed), sum(failed), sum(unknown), sum(suppressed),
                   sum(suppressed_passed), sum(suppressed_failed)
            from taken group by account_id, control_id
            having (sum(passed), sum(failed), sum(unknown), sum(suppressed), sum(suppressed_passed), sum(suppressed_failed))
                   <> (0, 0, 0, 0, 0, 0)
            """;

    private final JdbcClient jdbc;

    FindingSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each control that has any. */
    public Map<ControlId, StatusSum> of(Circle circle) {
        var query = jdbc.sql(circle.others() == null ? OF_ACCOUNTS : OF_ALL)
                .param("accounts", circle.ids())
                .param("others", circle.otherIds());
        return byControl(query, StatusSum::read);
    }

    /** How many findings of these controls fail and are not suppressed, by account and severity; nothing where none does. */
    public Map<String, Map<Severity, Long>> failing(Collection<String> accounts, Map<ControlId, Severity> controls) {
        var failing = new HashMap<String, Map<Severity, Long>>();
        jdbc.sql(FAILING)
                .param("accounts", accounts.toArray(String[]::new))
                .param("controls", ControlId.texts(controls.keySet()))
                .param(
                        "severities",
                        controls.values().stream().map(Severity::name).toArray(String[]::new))
                .query(row -> {
                    failing.computeIfAbsent(row.getString("account_id"), account -> new EnumMap<>(Severity.class))
                            .put(Severity.valueOf(row.getString("severity")), row.getLong("failed"));
                });
        return failing;
    }

    /** What a rule would hide now of each control, in all accounts that count. */
    public Map<ControlId, Counts> counts(FindingMatch match) {
        var parameters = new LinkedHashMap<String, Object>();
        var sql = OF_MATCH.formatted(RuleSql.FROM, RuleSql.OPEN, match.sql("m_", parameters));
        return byControl(jdbc.sql(sql).params(parameters), row -> Counts.read(row, ""));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> Map<ControlId, T> byControl(JdbcClient.StatementSpec query, Reading<T> reading) {
        var sums = new HashMap<ControlId, T>();
        query.query(row -> {
            sums.put(new ControlId(row.getString("control_id")), reading.of(row));
        });
        return sums;
    }

    /** Makes one row of those that have come for an account, and for all, since this was done last. */
    public void settle(String accountId) {
        jdbc.sql(MAKE_ONE.formatted("account_id = :account"))
                .param("account", accountId)
                .update();
        jdbc.sql(MAKE_ONE.formatted("account_id is null")).update();
    }
}
