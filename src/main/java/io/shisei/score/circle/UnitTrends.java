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
import io.shisei.score.step.UnitSteps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /** Of each day on which something was looked at, and of the first, whose point may be older than that. */
    List<Dated<StandardPoint>> standard(Standard standard, Circle unit, LocalDate first, LocalDate last) {
        var open = unit.openFrom(first);
        var days = new ArrayList<Dated<StandardPoint>>();
        for (var sql : open.equals(first)
                ? List.of(UnitTrendSql.OPEN_STANDARD)
                : List.of(UnitTrendSql.KEPT_STANDARD, UnitTrendSql.OPEN_STANDARD)) {
            days.addAll(UnitSteps.period(jdbc, sql, standard.id(), unit, open, last)
                    .param("ou", unit.path())
                    .param("from_day", first)
                    .query((row, number) -> new Dated<>(date(row), standardPoint(row, standard)))
                    .list());
        }
        return days;
    }

    /** As {@link #standard}. */
    List<Dated<TrendPoint>> control(ControlId control, Circle unit, LocalDate first, LocalDate last) {
        return UnitSteps.period(jdbc, UnitTrendSql.CONTROL, control.value(), unit, first, last)
                .query((row, number) -> new Dated<>(date(row), TrendPoint.read(row)))
                .list();
    }

    /** Keeps the days of a unit from {@code first} to {@code last}, which no scan changes any more. */
    void keep(String standardId, Circle unit, LocalDate first, LocalDate last) {
        UnitSteps.period(jdbc, UnitTrendSql.KEEP_STANDARD, standardId, unit, first, last)
                .param("ou", unit.path())
                .update();
    }

    /** The days in which moments are counted. */
    List<LocalDate> daysOf(Instant... moments) {
        return DayZone.daysOf(jdbc, moments);
    }

    private static LocalDate date(ResultSet row) throws SQLException {
        return row.getObject("date", LocalDate.class);
    }

    private static StandardPoint standardPoint(ResultSet row, Standard standard) throws SQLException {
        var passed = row.getInt("passed");
        var failed = row.getInt("failed");
        var unknown = row.getInt("unknown");
        var others = standard.controls().size() - passed - failed - unknown;
        var disabled = Math.min(others, row.getInt("disabled"));
        return new StandardPoint(
                Instants.read(row, "at"),
                passed,
                failed,
                unknown,
                others - disabled,
                disabled,
                TrendPoint.coverage(row),
                Counts.read(row, "findings_"),
                row.getInt("stale_accounts"),
                row.getObject("overdue", Long.class),
                SeveritySums.read(row));
    }
}
