package io.shisei.deadline;

import io.shisei.account.Accounts;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is demanded of those who mend. */
@Repository
public class Deadlines {

    /** As many as a table of them can show. */
    private static final int MOST = 1000;

    private static final String FIELD = "deadlines";

    private static final Comparator<Deadline> BROADEST_FIRST = Comparator.comparing(
                    Deadline::accountId, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Deadline::controlId, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Deadline::severity, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final JdbcClient jdbc;
    private final Controls controls;
    private final Accounts accounts;

    Deadlines(JdbcClient jdbc, Controls controls, Accounts accounts) {
        this.jdbc = jdbc;
        this.controls = controls;
        this.accounts = accounts;
    }

    /** Those of all accounts first, the severest of them on top. */
    public List<Deadline> list() {
        return jdbc.sql("select * from deadline").query(Deadlines::deadline).list().stream()
                .sorted(BROADEST_FIRST)
                .toList();
    }

    public TimesToFix times() {
        return new TimesToFix(list());
    }

    /**
     * Lets these hold from now on, and no others; findings that fail already are measured by them too.
     *
     * @throws Refusal.Invalid when there are too many, two of the same, or one of a control or an account that is not there
     */
    @Transactional
    public void replace(List<Deadline> wanted) {
        Limits.atMost(FIELD, wanted, MOST);
        var subjects = new HashSet<Deadline.Subject>();
        jdbc.sql("delete from deadline").update();
        for (int i = 0; i < wanted.size(); i++) {
            var field = FIELD + "/" + i;
            if (!subjects.add(wanted.get(i).subject())) {
                throw new Refusal.Invalid(DeadlineCode.DEADLINE_TWICE, field);
            }
            try {
                put(wanted.get(i));
            } catch (Refusal.Impossible refused) {
                throw refused.at(field + "/" + refused.field());
            }
        }
    }

    /**
     * Lets one hold from now on, instead of that of the same.
     *
     * @throws Refusal.Impossible when it is of a control or an account that is not there
     */
    @Transactional
    public void put(Deadline wanted) {
        var control = wanted.controlId();
        if (control != null && controls.find(control).isEmpty()) {
            throw new Refusal.Impossible(DeadlineCode.DEADLINE_UNKNOWN_CONTROL, "controlId", control.value());
        }
        var account = wanted.accountId();
        if (account != null && accounts.hold(account).isEmpty()) {
            throw new Refusal.Impossible(DeadlineCode.DEADLINE_ACCOUNT_NOT_WATCHED, "accountId", account);
        }
        of(wanted.subject(), """
                        insert into deadline (severity, control_id, account_id, days)
                        values (:severity, :control, :account, :days)
                        on conflict (severity, control_id, account_id) do update set days = excluded.days
                        """).param("days", wanted.days()).update();
    }

    /** Demands nothing of its own any more; does nothing where that is so. */
    public void remove(@Nullable Severity severity, @Nullable ControlId controlId, @Nullable String accountId) {
        of(new Deadline.Subject(severity, controlId, accountId), """
                        delete from deadline
                        where severity is not distinct from :severity and control_id is not distinct from :control
                          and account_id is not distinct from :account
                        """).update();
    }

    private JdbcClient.StatementSpec of(Deadline.Subject subject, String sql) {
        var severity = subject.severity();
        var control = subject.controlId();
        return jdbc.sql(sql)
                .param("severity", severity == null ? null : severity.name())
                .param("control", control == null ? null : control.value())
                .param("account", subject.accountId());
    }

    private static Deadline deadline(ResultSet row, int number) throws SQLException {
        var severity = row.getString("severity");
        var control = row.getString("control_id");
        return new Deadline(
                severity == null ? null : Severity.valueOf(severity),
                control == null ? null : new ControlId(control),
                row.getString("account_id"),
                row.getInt("days"));
    }
}
