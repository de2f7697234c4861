package io.shisei.score.step;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of the accounts of a unit, added up when somebody asks. */
@Repository
public class UnitSteps {

    private static final String REASONS = """
            select day, cause, was, became, sum(findings)::bigint as findings from %s
            where account_id = any(:accounts) and %s = :of
              and day between (select day_of(:from)) and (select day_of(:to))
            group by day, cause, was, became
            """;

    private final JdbcClient jdbc;

    UnitSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param days the points of the period, and the one that held before */
    public List<Step> standard(String standardId, Circle unit, List<Step.Day> days, Instant from, Instant to) {
        return steps(REASONS.formatted("standard_step", "standard_id"), standardId, unit, days, from, to);
    }

    /** @param days the points of the period, and the one that held before */
    public List<Step> control(ControlId control, Circle unit, List<Step.Day> days, Instant from, Instant to) {
        return steps(REASONS.formatted("control_step", "control_id"), control.value(), unit, days, from, to);
    }

    private List<Step> steps(String reasons, String of, Circle unit, List<Step.Day> days, Instant from, Instant to) {
        return Step.between(
                days,
                Step.reasons(jdbc.sql(reasons)
                        .param("accounts", unit.ids())
                        .param("of", of)
                        .param("from", Instants.utc(from))
                        .param("to", Instants.utc(to))));
    }
}
