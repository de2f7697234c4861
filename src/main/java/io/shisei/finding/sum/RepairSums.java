package io.shisei.finding.sum;

import io.shisei.account.AccountLeaving;
import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.database.History;
import io.shisei.database.HistoryKind;
import io.shisei.database.Series;
import io.shisei.finding.Finding;
import io.shisei.paging.PlannedReads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How old the findings are that wait to be mended, and how long mending took: kept as sums, which follow each change. */
@Repository
public class RepairSums implements History {

    public static final Series FIX_DAY = new Series("fix_day");

    private static final String ADD_UP = """
            select control_id as key, sum(open)::bigint as open, sum(since)::bigint as since,
                   sum(fixes)::bigint as fixes, sum(seconds)::bigint as seconds
            from (
                select control_id, open, since, 0 as fixes, 0 as seconds from open_sum where %s
                union all
                select control_id, 0, 0, fixes, seconds from fix_day where %s and day between :from and :to
                union all
                %s) as sums
            where :control::text is null or control_id = :control
            group by control_id
            having (sum(open), sum(since), sum(fixes), sum(seconds)) <> (0, 0, 0, 0)
            """;

    /** What a unit keeps of its accounts is read as it is kept. */
    private static final String OF_ACCOUNTS =
            ADD_UP.formatted("account_id = any(:accounts)", "account_id = any(:accounts) and day >= :open", """
            select control_id, 0, 0, fixes, seconds
            from unit_fix_day where ou = :ou and day between :from and :to and day < :open""");

    /** What is open in retired accounts is archived soon; what was fixed there stays fixed. */
    private static final String OF_ALL = ADD_UP.formatted("account_id is null", "account_id is null", """
            select control_id, -open, -since, 0, 0
            from open_sum where account_id in (select id from retired_account)""");

    private static final String KEEP = """
            insert into unit_fix_day (ou, control_id, day, fixes, seconds)
            select :ou, control_id, day, sum(fixes), sum(seconds)
            from fix_day where account_id = any(:accounts) and day between :first and :last
            group by control_id, day
            """;

    /** Each account has so many rows that they are added up where they are found. */
    private static final String BY_ACCOUNT = """
            select account.id as key, open, since, fixes, seconds
            from accounts_of_sum(null) as account (id)
            cross join lateral (
                select coalesce(sum(open), 0)::bigint as open, coalesce(sum(since), 0)::bigint as since
                from open_sum where account_id = account.id) as waiting
            cross join lateral (
                select coalesce(sum(fixes), 0)::bigint as fixes, coalesce(sum(seconds), 0)::bigint as seconds
                from fix_day where account_id = account.id and day between :from and :to) as mended
            where (open, since, fixes, seconds) <> (0, 0, 0, 0)
            """;

    /** Rows that another transaction makes one just now are left to it. */
    private static final String MAKE_ONE_OPEN = """
            with taken as (
                delete from open_sum where ctid = any (array(select ctid from open_sum where %s for update skip locked))
                returning *)
            insert into open_sum select account_id, control_id, sum(open), sum(since) from taken
            group by account_id, control_id having (sum(open), sum(since)) <> (0, 0)
            """;

    /** All of one day, since a row's place is unique in its month only. */
    private static final String MAKE_ONE_FIX = """
            with taken as (
                delete from fix_day where day = :day and ctid = any (array(
                    select ctid from fix_day where %s and day = :day for update skip locked))
                returning *)
            insert into fix_day select account_id, control_id, day, sum(fixes), sum(seconds) from taken
            group by account_id, control_id, day
            """;

    private final JdbcClient jdbc;
    private final PlannedReads planned;
    private final Controls controls;

    RepairSums(JdbcClient jdbc, PlannedReads planned, Controls controls) {
        this.jdbc = jdbc;
        this.planned = planned;
        this.controls = controls;
    }

    /** Of each control that has any; fixes of these days in UTC. */
    public Map<ControlId, RepairSum> byControl(Circle circle, LocalDate from, LocalDate to) {
        return byControl(null, circle, from, to);
    }

    /** Of one control. */
    public RepairSum of(ControlId control, Circle circle, LocalDate from, LocalDate to) {
        return byControl(control, circle, from, to).getOrDefault(control, RepairSum.NONE);
    }

    private Map<ControlId, RepairSum> byControl(@Nullable ControlId only, Circle circle, LocalDate from, LocalDate to) {
        var sums = new TreeMap<ControlId, RepairSum>();
        var statement = planned.jdbc()
                .sql(circle.accounts() == null ? OF_ALL : OF_ACCOUNTS)
                .param("control", only == null ? null : only.value())
                .param("accounts", circle.ids())
                .param("ou", circle.path())
                .param("open", circle.openFrom(from))
                .param("from", from)
                .param("to", to);
        read(statement).forEach((control, sum) -> sums.put(new ControlId(control), sum));
        return sums;
    }

    /** The same, added up by the severity of the controls. */
    public Map<Severity, RepairSum> bySeverity(Map<ControlId, RepairSum> byControl) {
        var sums = new EnumMap<Severity, RepairSum>(Severity.class);
        byControl.forEach(
                (control, sum) -> sums.merge(Finding.severityOf(controls.find(control)), sum, RepairSum::plus));
        return sums;
    }

    /** Of each account that counts and has any. */
    public Map<String, RepairSum> byAccount(LocalDate from, LocalDate to) {
        return read(jdbc.sql(BY_ACCOUNT).param("from", from).param("to", to));
    }

    private static Map<String, RepairSum> read(JdbcClient.StatementSpec statement) {
        var sums = new TreeMap<String, RepairSum>();
        statement.query(row -> {
            sums.put(row.getString("key"), sum(row));
        });
        return sums;
    }

    private static RepairSum sum(ResultSet row) throws SQLException {
        return new RepairSum(row.getLong("open"), row.getLong("since"), row.getLong("fixes"), row.getLong("seconds"));
    }

    /** Makes one row of those that have come for an account, and for all, since this was done last. */
    public void settle(String accountId, Instant at) {
        for (var rows : new String[] {"account_id = :account", "account_id is null"}) {
            jdbc.sql(MAKE_ONE_OPEN.formatted(rows)).param("account", accountId).update();
            jdbc.sql(MAKE_ONE_FIX.formatted(rows))
                    .param("account", accountId)
                    .param("day", LocalDate.ofInstant(at, ZoneOffset.UTC))
                    .update();
        }
    }

    /** What was fixed in an account leaves the sums over all with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(AccountLeaving leaving) {
        jdbc.sql("""
                        insert into fix_day
                        select null, control_id, day, -sum(fixes), -sum(seconds) from fix_day
                        where account_id = :account group by control_id, day
                        """).param("account", leaving.accountId()).update();
    }

    /** Keeps what was fixed in a unit from {@code first} to {@code last}, days in UTC of which nothing is fixed any more. */
    public void keep(Circle unit, LocalDate first, LocalDate last) {
        jdbc.sql(KEEP)
                .param("ou", unit.path())
                .param("accounts", unit.ids())
                .param("first", first)
                .param("last", last)
                .update();
    }

    @Override
    public HistoryKind kind() {
        return HistoryKind.TRENDS;
    }

    @Override
    public int dropBefore(Instant before) {
        Series.deleteDaysBefore(jdbc, "unit_fix_day", before);
        return FIX_DAY.dropBefore(jdbc, before);
    }

    @Override
    public List<Month> months() {
        return FIX_DAY.months(jdbc);
    }
}
