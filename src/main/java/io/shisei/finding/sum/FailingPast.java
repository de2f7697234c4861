package io.shisei.finding.sum;

import io.shisei.database.Instants;
import io.shisei.finding.history.Transition;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.RuleSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many findings failed on the days of the past, as their transitions tell it. */
@Repository
public class FailingPast {

    /** So many changes are read in about a second. */
    private static final int MOST = 50_000;

    /** Of findings that changed, the newest change first; the others were all the time what they are. */
    private static final String CHANGES = """
            select * from (
                select f.id, f.compliance_status, f.workflow_status, f.record_state,
                       t.id as transition, t.at, t.what, t.from_value
                from %s join transition t on t.finding_id = f.id and t.at >= :from
                where %s and f.account_id not in (select id from retired_account)
                limit %d) as changed
            order by id, at desc, transition desc
            """;

    private final JdbcClient jdbc;

    FailingPast(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Findings that failed, were active and not suppressed at the end of a day in UTC, or now. */
    public record Day(LocalDate date, long failed) {}

    /**
     * A period of days.
     *
     * @param findings how many failed so at any time in it
     */
    public record Past(long findings, List<Day> days) {}

    /** A change of a finding, with what the finding is now. */
    private record Row(UUID finding, FindingLife.State now, FindingLife.Event event) {}

    /**
     * Those that a match means, by what they and their resources are now, in all accounts that count.
     *
     * @param failing how many of them fail now, as {@link FindingSums#counts(FindingMatch)} has it
     * @return empty when too much happened to be told in time
     */
    public Optional<Past> of(FindingMatch match, long failing, LocalDate from, LocalDate to) {
        var rows = read(match, from);
        if (rows.size() > MOST) {
            return Optional.empty();
        }
        var days = new FindingLife.Days(from, to);
        var lives = new LinkedHashMap<UUID, FindingLife>();
        rows.forEach(row -> lives.computeIfAbsent(row.finding(), id -> new FindingLife(row.now()))
                .before(row.event()));
        lives.values().forEach(days::count);
        return Optional.of(days.past(failing));
    }

    private List<Row> read(FindingMatch match, LocalDate from) {
        var parameters = new LinkedHashMap<String, Object>();
        var sql = CHANGES.formatted(RuleSql.FROM, match.sql("m_", parameters), MOST + 1);
        return jdbc.sql(sql)
                .params(parameters)
                .param("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
                .query(FailingPast::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new FindingLife.State(
                        row.getString("compliance_status"),
                        row.getString("workflow_status"),
                        row.getString("record_state")),
                new FindingLife.Event(
                        Instants.read(row, "at"),
                        Transition.What.valueOf(row.getString("what")),
                        row.getString("from_value")));
    }
}
