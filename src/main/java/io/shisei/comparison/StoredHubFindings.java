package io.shisei.comparison;

import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.comparison.LeftOut.Reason;
import io.shisei.database.CopyIn;
import io.shisei.database.Instants;
import io.shisei.database.JsonColumn;
import io.shisei.inventory.Json;
import io.shisei.refusal.Refusal;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The rows of what Security Hub says. */
@Repository
class StoredHubFindings {

    private static final String STAGED = """
            control_id text, resource text, place text, region text, compliance_status text, workflow_status text,
            updated_at timestamptz""";

    private static final TypeReference<List<LeftOut>> LEFT_OUT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final CopyIn copy;
    private final Accounts accounts;
    private final Clock clock;

    StoredHubFindings(JdbcClient jdbc, CopyIn copy, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @throws Refusal.Unknown when there is no such account */
    void check(String accountId) {
        if (!accounts.existsById(accountId)) {
            throw new Refusal.Unknown(AccountCode.UNKNOWN_ACCOUNT, accountId);
        }
    }

    /**
     * @param rows of the columns {@link #STAGED}
     * @param kept regions of which the rows are not all: what is known of them stays beside those that are newer
     */
    @Transactional
    public HubImport replace(
            String accountId, InputStream rows, List<String> kept, List<LeftOut> leftOut, String username) {
        accounts.hold(accountId).orElseThrow(() -> new Refusal.Unknown(AccountCode.UNKNOWN_ACCOUNT, accountId));
        copy.temporary("staged_hub_finding", STAGED, rows);
        var staged = jdbc.sql("select count(*) from staged_hub_finding")
                .query(Long.class)
                .single();
        if (staged == 0) {
            throw nothing(leftOut);
        }
        var known = stageAgain(accountId, kept);
        jdbc.sql("delete from security_hub_import where account_id = :account")
                .param("account", accountId)
                .update();
        save(accountId, username);
        var all = keepTheLatest(accountId);
        leaveOut(accountId, withRepeated(leftOut, staged + known - all));
        return last(accountId).orElseThrow();
    }

    private int stageAgain(String accountId, List<String> regions) {
        return jdbc.sql("""
                        insert into staged_hub_finding
                        select control_id, resource, place, region, compliance_status, coalesce(workflow_status, ''),
                               updated_at
                        from security_hub_finding where account_id = :account and region = any(:regions)
                        """)
                .param("account", accountId)
                .param("regions", regions.toArray(String[]::new))
                .update();
    }

    private static Refusal nothing(List<LeftOut> leftOut) {
        var reasons = leftOut.stream().map(it -> it.reason() + ": " + it.count() + " " + it.names());
        var all = String.join("; ", reasons.toList());
        return new Refusal.Impossible(ComparisonCode.NOTHING_TO_COMPARE, null, all.isEmpty() ? "-" : all);
    }

    private void save(String accountId, String username) {
        jdbc.sql("insert into security_hub_import values (:account, :at, :user, '[]')")
                .param("account", accountId)
                .param("at", Instants.utc(clock.instant()))
                .param("user", username)
                .update();
    }

    private int keepTheLatest(String accountId) {
        return jdbc.sql("""
                        insert into security_hub_finding
                        select distinct on (control_id, resource, place)
                               :account, control_id, resource, place, region, compliance_status,
                               nullif(workflow_status, ''), updated_at
                        from staged_hub_finding
                        order by control_id, resource, place, updated_at desc
                        """).param("account", accountId).update();
    }

    private static List<LeftOut> withRepeated(List<LeftOut> leftOut, long repeated) {
        var all = new ArrayList<>(leftOut);
        if (repeated > 0) {
            all.add(new LeftOut(Reason.REPEATED, repeated, List.of()));
        }
        return all;
    }

    private void leaveOut(String accountId, List<LeftOut> leftOut) {
        jdbc.sql("update security_hub_import set left_out = :left where account_id = :account")
                .param("account", accountId)
                .param("left", JsonColumn.of(leftOut))
                .update();
    }

    Optional<HubImport> last(String accountId) {
        return jdbc.sql("""
                        select *, array(select distinct region from security_hub_finding
                                        where account_id = :account order by region) as regions,
                               (select count(*) from security_hub_finding where account_id = :account) as findings
                        from security_hub_import where account_id = :account
                        """)
                .param("account", accountId)
                .query(StoredHubFindings::row)
                .optional();
    }

    private static HubImport row(ResultSet row, int number) throws SQLException {
        return new HubImport(
                row.getString("account_id"),
                Instants.read(row, "at"),
                row.getString("username"),
                row.getLong("findings"),
                List.of((String[]) row.getArray("regions").getArray()),
                Json.read(row.getString("left_out"), LEFT_OUT));
    }
}
