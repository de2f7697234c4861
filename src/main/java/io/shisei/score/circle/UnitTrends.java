package io.shisei.score.circle;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.control.Standard;
import io.shisei.database.Instants;
import io.shisei.finding.Counts;
import io.shisei.score.DayZone;
import io.shisei.score.SeveritySums;
import io.shisei.score.StandardPoint;
import io.shisei.score.TrendPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trends of the accounts that are in a unit now, put together day by day from those of each: see docs/adr/0110. */
@Repository
class UnitTrends {

    private final JdbcClient jdbc;

    UnitTrends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A point, and the day of which it is the last. */
    record Dated<P>(LocalDate day, P point) {}

    /** From the day of {@code from} on, whose point may be older than that. */
    List<Dated<StandardPoint>> standard(Standard standard, Circle unit, Instant from, Instant to) {
        return period(UnitTrendSql.STANDARD, standard.id(), unit, from, to)
                .param("size", standard.controls().size())
                .query((row, number) -> new Dated<>(row.getObject("date", LocalDate.class), standardPoint(row)))
                .list();
    }

    /** From the day of {@code from} on, whose point may be older than that. */
    List<Dated<TrendPoint>> control(ControlId control, Circle unit, Instant from, Instant to) {
        return period(UnitTrendSql.CONTROL, control.value(), unit, from, to)
                .query((row, number) -> new Dated<>(row.getObject("date", LocalDate.class), TrendPoint.read(row)))
                .list();
    }

    /** The day in which a moment is counted. */
    LocalDate dayOf(Instant at) {
        return DayZone.dayOf(jdbc, at);
    }

    private JdbcClient.StatementSpec period(String sql, String of, Circle unit, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("accounts", unit.ids())
                .param("of", of)
                .param("from", Instants.utc(from))
                .param("to", Instants.utc(to));
    }

    private static StandardPoint standardPoint(ResultSet row) throws SQLException {
        var others = row.getInt("others");
        var disabled = Math.min(others, row.getInt("off"));
        return new StandardPoint(
                Instants.read(row, "at"),
                row.getInt("passed_controls"),
                row.getInt("failed_controls"),
                row.getInt("unknown_controls"),
                others - disabled,
                disabled,
                TrendPoint.coverage(row),
                Counts.read(row, "findings_"),
                row.getInt("stale_accounts"),
                row.getObject("overdue", Long.class),
                SeveritySums.read(row));
    }
}
