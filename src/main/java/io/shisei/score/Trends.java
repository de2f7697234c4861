package io.shisei.score;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.database.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How scores moved: one point per scan, oldest first, in one account or (null) the sum over all, where each account
 * counts with its latest point until it is retired.
 */
@Repository
public class Trends {

    /** An account that is looked at by itself counts even when it is retired. */
    private static final String COUNTING = """
            select id as account_id, case when :account::text is null then retired_at end as retired_at
            from account where :account::text is null or id = :account
            """;

    private static final String CONTROLS = """
            select account_id, retired_at, control_id, at, passed, failed, unknown, suppressed, coverage
            from control_trend join (%s) as counting using (account_id)
            where at >= :from and at < :to and (:control::text is null or control_id = :control)
            order by at, account_id
            """.formatted(COUNTING);

    private static final String STANDARD = """
            select account_id, retired_at, at, passed, failed, unknown, no_data, disabled, coverage
            from standard_trend join (%s) as counting using (account_id)
            where at >= :from and at < :to and standard_id = :standard
            order by at, account_id
            """.formatted(COUNTING);

    private static final String STATUSES = """
            select account_id, control_id, at, status from control_trend
            where at >= :from and at < :to and control_id = any(:controls)
            order by at
            """;

    private final JdbcClient jdbc;
    private final Controls controls;

    Trends(JdbcClient jdbc, Controls controls) {
        this.jdbc = jdbc;
        this.controls = controls;
    }

    public List<TrendPoint> control(ControlId control, @Nullable String accountId, Instant from, Instant to) {
        return Sum.of(
                controlRows(control, accountId, from, to).stream()
                        .map(ControlRow::perAccount)
                        .toList(),
                Trends::sum);
    }

    /** The trends of all controls at once, for a page that shows a small line for each. */
    public Map<ControlId, List<TrendPoint>> controls(@Nullable String accountId, Instant from, Instant to) {
        return controlRows(null, accountId, from, to).stream()
                .collect(Collectors.groupingBy(
                        ControlRow::control,
                        TreeMap::new,
                        Collectors.mapping(
                                ControlRow::perAccount,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), points -> Sum.of(points, Trends::sum)))));
    }

    /**
     * The findings of all controls of a standard together; after a scan of some controls, the others count with their
     * latest point.
     */
    public List<TrendPoint> findings(String standardId, @Nullable String accountId, Instant from, Instant to) {
        var members = controls.members(Set.of(standardId));
        var lines = controlRows(null, accountId, from, to).stream()
                .filter(row -> members.contains(row.control()))
                .map(ControlRow::perLine)
                .toList();
        return Sum.of(lines, Trends::sum);
    }

    /** Over several accounts, a control counts as the worst of its statuses in them, as Security Hub counts it. */
    public List<StandardPoint> standard(String standardId, @Nullable String accountId, Instant from, Instant to) {
        var rows = jdbc.sql(STANDARD)
                .param("from", Instants.utc(from))
                .param("to", Instants.utc(to))
                .param("account", accountId)
                .param("standard", standardId)
                .query(Trends::standardRow)
                .list();
        var accounts = rows.stream().map(Sum.PerAccount::accountId).distinct().count();
        if (accounts < 2) {
            return rows.stream().map(Sum.PerAccount::point).toList();
        }
        var worst = new WorstStatuses(statuses(standardId, from, to), Sum.retired(rows));
        return Sum.of(rows, (at, latest) -> worst.point(at, latest));
    }

    private List<ControlRow> controlRows(
            @Nullable ControlId control, @Nullable String accountId, Instant from, Instant to) {
        return jdbc.sql(CONTROLS)
                .param("from", Instants.utc(from))
                .param("to", Instants.utc(to))
                .param("account", accountId)
                .param("control", control == null ? null : control.value())
                .query(Trends::controlRow)
                .list();
    }

    private List<WorstStatuses.Change> statuses(String standardId, Instant from, Instant to) {
        var members = controls.members(Set.of(standardId)).stream()
                .map(ControlId::value)
                .toArray(String[]::new);
        return jdbc.sql(STATUSES)
                .param("from", Instants.utc(from))
                .param("to", Instants.utc(to))
                .param("controls", members)
                .query((row, number) -> new WorstStatuses.Change(
                        Instants.read(row, "at"),
                        row.getString("account_id"),
                        row.getString("control_id"),
                        ControlStatus.valueOf(row.getString("status"))))
                .list();
    }

    private record ControlRow(ControlId control, Sum.PerAccount<TrendPoint> perAccount) {
        /** Each control of each account for itself. */
        Sum.PerAccount<TrendPoint> perLine() {
            return new Sum.PerAccount<>(
                    perAccount.accountId() + " " + control,
                    perAccount.retiredAt(),
                    perAccount.at(),
                    perAccount.point());
        }
    }

    private static ControlRow controlRow(ResultSet row, int number) throws SQLException {
        var at = Instants.read(row, "at");
        var counts = new Counts(
                row.getLong("passed"), row.getLong("failed"), row.getLong("unknown"), row.getLong("suppressed"));
        return new ControlRow(
                new ControlId(row.getString("control_id")),
                perAccount(row, at, new TrendPoint(at, counts, coverage(row))));
    }

    private static Sum.PerAccount<StandardPoint> standardRow(ResultSet row, int number) throws SQLException {
        var at = Instants.read(row, "at");
        var point = new StandardPoint(
                at,
                row.getInt("passed"),
                row.getInt("failed"),
                row.getInt("unknown"),
                row.getInt("no_data"),
                row.getInt("disabled"),
                coverage(row));
        return perAccount(row, at, point);
    }

    private static <T> Sum.PerAccount<T> perAccount(ResultSet row, Instant at, T point) throws SQLException {
        return new Sum.PerAccount<>(row.getString("account_id"), Instants.readOrNull(row, "retired_at"), at, point);
    }

    private static double coverage(ResultSet row) throws SQLException {
        return Math.round(row.getDouble("coverage") * 10) / 10.0;
    }

    private static TrendPoint sum(Instant at, List<TrendPoint> latest) {
        var counts = latest.stream().map(TrendPoint::counts).reduce(Counts.NONE, Counts::plus);
        return new TrendPoint(at, counts, average(latest.stream().map(TrendPoint::coverage)));
    }

    static double average(Stream<Double> coverages) {
        return Math.round(coverages.mapToDouble(Double::doubleValue).average().orElse(0) * 10) / 10.0;
    }
}
