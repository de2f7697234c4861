package io.shisei.score.step;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of the accounts of a unit, added up when somebody asks. */
@Repository
public class UnitSteps {

    private static final String ADDED_UP = """
            select day, cause, was, became, sum(findings)::bigint as findings from %s
            where account_id = any(:accounts) and %s = :of and day between :first and :last
            group by day, cause, was, became
            """;

    private static final String OF_CONTROL = ADDED_UP.formatted("control_step", "control_id");

    private static final String OF_STANDARD = ADDED_UP.formatted("standard_step", "standard_id");

    private static final String KEPT = """
            select day, cause, was, became, findings from unit_step
            where ou = :ou and standard_id = :of and day >= :from_day and day < :first and day <= :last
            union all
            """;

    private static final String KEEP = """
            insert into unit_step (ou, standard_id, day, cause, was, became, findings)
            select :ou, :of, added_up.* from (%s) as added_up
            """.formatted(OF_STANDARD);

    private final JdbcClient jdbc;

    UnitSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param days the points of the period, and the one that held before */
    public List<Step> standard(String standardId, Circle unit, List<Step.Day> days, LocalDate first, LocalDate last) {
        var reasons = period(jdbc, KEPT + OF_STANDARD, standardId, unit, unit.openFrom(first), last)
                .param("ou", unit.path())
                .param("from_day", first);
        return Step.between(days, Step.reasons(reasons));
    }

    /** @param days the points of the period, and the one that held before */
    public List<Step> control(ControlId control, Circle unit, List<Step.Day> days, LocalDate first, LocalDate last) {
        return Step.between(days, Step.reasons(period(jdbc, OF_CONTROL, control.value(), unit, first, last)));
    }

    /** Keeps the days of a unit from {@code first} to {@code last}, which no scan changes any more. */
    public void keep(String standardId, Circle unit, LocalDate first, LocalDate last) {
        period(jdbc, KEEP, standardId, unit, first, last)
                .param("ou", unit.path())
                .update();
    }

    /** What a statement asks of a standard or control, of a unit's accounts and of days. */
    public static JdbcClient.StatementSpec period(
            JdbcClient jdbc, String sql, String of, Circle unit, LocalDate first, LocalDate last) {
        return jdbc.sql(sql)
                .param("accounts", unit.ids())
                .param("of", of)
                .param("first", first)
                .param("last", last);
    }
}
