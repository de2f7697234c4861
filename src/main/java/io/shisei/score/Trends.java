package io.shisei.score;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.database.Instants;
import io.shisei.finding.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How scores moved, oldest point first, in one account or (null) in all that counted at the time. One account has a
 * point for each scan, but for the past days of a period of more than {@link #EACH_SCAN}: as over several accounts,
 * each has its last point there.
 */
@Repository
public class Trends {

    /** The longest period that shows each scan. */
    static final Duration EACH_SCAN = Duration.ofDays(8);

    /** {@code day_of} is a query of its own, so that it is asked once and not for each month. */
    private static final String CONTROL = """
            select at, passed, failed, unknown, suppressed, coverage, stale_accounts, overdue from control_day
            where account_id %1$s and control_id = :control
              and day between (select day_of(:from)) and (select day_of(:to)) and at >= :from and at < :fine
            union all
            select at, passed, failed, unknown, suppressed, coverage, 0, overdue from control_trend
            where account_id = :account and control_id = :control and at >= :fine and at < :to
            order by at
            """;

    private static final String STANDARD = """
            select at, passed, failed, unknown, no_data, disabled, coverage,
                   findings_passed, findings_failed, findings_unknown, findings_suppressed, stale_accounts,
                   findings_overdue as overdue, failing_by_severity
            from standard_day
            where account_id %1$s and standard_id = :standard
              and day between (select day_of(:from)) and (select day_of(:to)) and at >= :from and at < :fine
            union all
            select at, passed, failed, unknown, no_data, disabled, coverage,
                   findings_passed, findings_failed, findings_unknown, findings_suppressed, 0, findings_overdue,
                   failing_by_severity
            from standard_trend
            where account_id = :account and standard_id = :standard and at >= :fine and at < :to
            order by at
            """;

    /** A line of steps turns only where its score does; it begins with the score that held before. */
    private static final String LINES = """
            select control_id, :from::timestamptz as at, passed, failed, unknown, suppressed
            from unnest(:controls::text[]) as control (id)
            cross join lateral (
                select * from control_day
                where account_id %1$s and control_id = control.id and at < :from
                  and day <= day_of(:from)
                order by day desc limit 1) as held
            union all
            select control_id, at, passed, failed, unknown, suppressed from control_day
            where account_id %1$s and day between day_of(:from) and day_of(:to) and turned
              and at >= :from and at < :to
            """;

    /** An account that is the only one stands for all. */
    private static final String ONLY_ACCOUNT = "select min(id) from counted_account having count(*) = 1";

    private final JdbcClient jdbc;
    private final Controls controls;
    private final ZoneId zone;

    Trends(JdbcClient jdbc, Controls controls, @Value("${shisei.day-zone:UTC}") ZoneId zone) {
        this.jdbc = jdbc;
        this.controls = controls;
        this.zone = zone;
    }

    public List<TrendPoint> control(ControlId control, @Nullable String accountId, Instant from, Instant to) {
        return period(CONTROL, accountId, from, to)
                .param("control", control.value())
                .query((row, number) -> TrendPoint.read(row))
                .list();
    }

    /** Over several accounts, a control counts as the worst of its statuses in them, as Security Hub counts it. */
    public List<StandardPoint> standard(String standardId, @Nullable String accountId, Instant from, Instant to) {
        return period(STANDARD, accountId, from, to)
                .param("standard", standardId)
                .query((row, number) -> standardPoint(row))
                .list();
    }

    /** A line for each control that has points: what held before, and from when on what on the days on which its score turned. */
    public Map<ControlId, NavigableMap<Instant, Counts>> lines(@Nullable String accountId, Instant from, Instant to) {
        var lines = new HashMap<String, NavigableMap<Instant, Counts>>();
        jdbc.sql(of(accountId, LINES))
                .param("account", accountId)
                .param("controls", ControlId.textsOf(controls.all()))
                .param("from", Instants.utc(from))
                .param("to", Instants.utc(to))
                .query(row -> {
                    lines.computeIfAbsent(row.getString("control_id"), id -> new TreeMap<>())
                            .put(Instants.read(row, "at"), Counts.read(row, ""));
                });
        return lines.entrySet().stream()
                .collect(Collectors.toMap(line -> new ControlId(line.getKey()), Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec period(String sql, @Nullable String accountId, Instant from, Instant to) {
        var account = accountId == null ? onlyAccount() : accountId;
        return jdbc.sql(of(account, sql))
                .param("account", account)
                .param("from", Instants.utc(from))
                .param("fine", Instants.utc(account == null ? to : fine(from, to)))
                .param("to", Instants.utc(to));
    }

    /** No index knows {@code is not distinct from}, and would be read for all accounts. */
    private static String of(@Nullable String accountId, String sql) {
        return sql.formatted(accountId == null ? "is null" : "= :account");
    }

    private @Nullable String onlyAccount() {
        return jdbc.sql(ONLY_ACCOUNT).query(String.class).optional().orElse(null);
    }

    /** From when on each scan is shown. */
    private Instant fine(Instant from, Instant to) {
        var isShort = Duration.between(from, to).compareTo(EACH_SCAN) <= 0;
        return isShort ? from : LocalDate.ofInstant(to, zone).atStartOfDay(zone).toInstant();
    }

    private static StandardPoint standardPoint(ResultSet row) throws SQLException {
        return new StandardPoint(
                Instants.read(row, "at"),
                row.getInt("passed"),
                row.getInt("failed"),
                row.getInt("unknown"),
                row.getInt("no_data"),
                row.getInt("disabled"),
                TrendPoint.coverage(row),
                row.getObject("findings_passed") == null ? null : Counts.read(row, "findings_"),
                row.getInt("stale_accounts"),
                row.getObject("overdue", Long.class),
                SeveritySums.read(row));
    }
}
