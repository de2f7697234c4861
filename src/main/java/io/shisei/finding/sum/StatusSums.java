package io.shisei.finding.sum;

import io.shisei.control.ControlId;
import io.shisei.finding.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the active findings of each control say, from the sums that are kept of them. */
@Repository
public class StatusSums {

    private static final String ADD_UP = """
            select control_id, sum(passed)::bigint as passed, sum(failed)::bigint as failed, sum(unknown)::bigint as unknown,
                   sum(suppressed_passed)::bigint as hidden_passed, sum(suppressed_failed)::bigint as hidden_failed,
                   sum(suppressed - suppressed_passed - suppressed_failed)::bigint as hidden_unknown,
                   0 as suppressed, 0 as hidden_suppressed
            from (%s) as sums group by control_id
            having (sum(passed), sum(failed), sum(unknown), sum(suppressed)) <> (0, 0, 0, 0)
            """;

    private static final String OF_ACCOUNTS =
            ADD_UP.formatted("select * from finding_sum where account_id = any(:accounts)");

    /** Without retired accounts, which are in the sums over all until their findings are archived. */
    private static final String OF_ALL = ADD_UP.formatted("""
            select control_id, passed, failed, unknown, suppressed, suppressed_passed, suppressed_failed
            from finding_sum where account_id is null
            union all
            select control_id, -passed, -failed, -unknown, -suppressed, -suppressed_passed, -suppressed_failed
            from finding_sum where account_id in (select id from retired_account)
            """);

    private final JdbcClient jdbc;

    StatusSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each control that has any, in these accounts, or (none) in all that count. */
    public Map<ControlId, StatusSum> of(Collection<String> accountIds) {
        var query = accountIds.isEmpty()
                ? jdbc.sql(OF_ALL)
                : jdbc.sql(OF_ACCOUNTS).param("accounts", accountIds.toArray(String[]::new));
        return query
                .query((row, number) -> Map.entry(new ControlId(row.getString("control_id")), sum(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static StatusSum sum(ResultSet row) throws SQLException {
        return new StatusSum(Counts.read(row, ""), Counts.read(row, "hidden_"));
    }
}
