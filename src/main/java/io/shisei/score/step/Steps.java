package io.shisei.score.step;

import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import io.shisei.finding.Counts;
import io.shisei.score.StandardPoint;
import io.shisei.score.TrendPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The steps of trends, newest first: of the days on which findings moved, in one account or (null) in all that counted at
 * the time. They are read from the sums of days, as trends are.
 */
@Repository
public class Steps {

    /** The points of a period, and the one that held before; {@code day_of} is asked once, and not for each month. */
    private static final String POINTS = """
            (select * from %1$s where account_id %3$s and %2$s = :of and day < (select day_of(:from)) order by day desc limit 1)
            union all
            select * from %1$s
            where account_id %3$s and %2$s = :of and day between (select day_of(:from)) and (select day_of(:to)) and at < :to
            order by day
            """;

    private static final String REASONS = """
            select day, cause, was, became, findings from %1$s
            where account_id %3$s and %2$s = :of and day between (select day_of(:from)) and (select day_of(:to))
            """;

    private static final Trend CONTROL = new Trend(
            "control_day", "control_step", "control_id", (row, number) -> Step.Day.of(day(row), TrendPoint.read(row)));

    private static final Trend STANDARD = new Trend(
            "standard_day",
            "standard_step",
            "standard_id",
            (row, number) -> new Step.Day(
                    day(row),
                    new Step.Point(standardScore(row), Counts.read(row, "findings_"), TrendPoint.coverage(row)),
                    row.getInt("stale_accounts")));

    private final JdbcClient jdbc;

    Steps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the points and the reasons of a kind of trend stand. */
    private record Trend(String points, String reasons, String key, RowMapper<Step.Day> reading) {}

    public List<Step> control(ControlId control, @Nullable String accountId, Instant from, Instant to) {
        return steps(CONTROL, control.value(), accountId, from, to);
    }

    public List<Step> standard(String standardId, @Nullable String accountId, Instant from, Instant to) {
        return steps(STANDARD, standardId, accountId, from, to);
    }

    private List<Step> steps(Trend trend, String of, @Nullable String accountId, Instant from, Instant to) {
        var days = period(trend, POINTS, trend.points(), of, accountId, from, to)
                .query(trend.reading())
                .list();
        return Step.between(days, Step.reasons(period(trend, REASONS, trend.reasons(), of, accountId, from, to)));
    }

    private JdbcClient.StatementSpec period(
            Trend trend, String sql, String table, String of, @Nullable String accountId, Instant from, Instant to) {
        return jdbc.sql(sql.formatted(table, trend.key(), accountId == null ? "is null" : "= :account"))
                .param("account", accountId)
                .param("of", of)
                .param("from", Instants.utc(from))
                .param("to", Instants.utc(to));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("day", LocalDate.class);
    }

    private static @Nullable Double standardScore(ResultSet row) throws SQLException {
        return StandardPoint.decimal(
                StandardPoint.score(row.getInt("passed"), row.getInt("failed"), row.getInt("unknown")));
    }
}
