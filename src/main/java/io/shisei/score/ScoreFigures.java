package io.shisei.score;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.database.Glance;
import io.shisei.finding.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the metrics show of scores: the last of each daily sum, read at most once a minute. */
@Repository
class ScoreFigures {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final String CONTROLS = """
            select id, passed, failed, unknown, coverage, overdue
            from unnest(:controls::text[]) as control (id)
            cross join lateral (
                select status, passed, failed, unknown, coverage, overdue from control_day
                where account_id is null and control_id = control.id order by day desc limit 1) as latest
            where status <> 'DISABLED'
            """;

    private static final String STANDARDS = """
            select id, passed, failed, unknown, coverage, overdue
            from unnest(:standards::text[]) as standard (id)
            cross join lateral (
                select passed, failed, unknown, coverage, findings_overdue as overdue from standard_day
                where account_id is null and standard_id = standard.id order by day desc limit 1) as latest
            """;

    private static final String ACCOUNTS = """
            select account.id as account_id, standard.id, passed, failed, unknown, coverage, overdue
            from counted_account as account
            cross join unnest(:standards::text[]) as standard (id)
            cross join lateral (
                select passed, failed, unknown, coverage, findings_overdue as overdue from standard_day
                where account_id = account.id and standard_id = standard.id order by day desc limit 1) as latest
            where until = 'infinity'
            """;

    private final JdbcClient jdbc;
    private final Controls controls;
    private final Glance<Figures> glance;

    ScoreFigures(JdbcClient jdbc, Controls controls, Clock clock) {
        this.jdbc = jdbc;
        this.controls = controls;
        this.glance = new Glance<>("The scores of the metrics", FRESH, Figures.UNKNOWN, clock, this::read);
    }

    /**
     * Findings of a control, or controls of a standard.
     *
     * @param score 0 to 100; not a number where nothing was judged
     * @param coverage 0 to 100
     * @param overdue findings that should have been mended; not a number where there is no deadline
     */
    record Figure(double score, double passed, double failed, double unknown, double coverage, double overdue) {
        static final Figure NONE = new Figure(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    record InAccount(String accountId, String standardId) {}

    /** All but those in an account are over all accounts that count. */
    record Figures(Map<String, Figure> controls, Map<String, Figure> standards, Map<InAccount, Figure> accounts) {
        static final Figures UNKNOWN = new Figures(Map.of(), Map.of(), Map.of());
    }

    Figures read() {
        return glance.get();
    }

    private Figures read(Instant now) {
        return new Figures(ofControls(), ofStandards(), ofAccounts());
    }

    private Map<String, Figure> ofControls() {
        var figures = new HashMap<String, Figure>();
        jdbc.sql(CONTROLS).param("controls", ControlId.textsOf(controls.all())).query(row -> {
            figures.put(row.getString("id"), control(row));
        });
        return figures;
    }

    private Map<String, Figure> ofStandards() {
        var figures = new HashMap<String, Figure>();
        jdbc.sql(STANDARDS).param("standards", standards()).query(row -> {
            figures.put(row.getString("id"), standard(row));
        });
        return figures;
    }

    private Map<InAccount, Figure> ofAccounts() {
        var figures = new HashMap<InAccount, Figure>();
        jdbc.sql(ACCOUNTS).param("standards", standards()).query(row -> {
            figures.put(new InAccount(row.getString("account_id"), row.getString("id")), standard(row));
        });
        return figures;
    }

    private String[] standards() {
        return controls.standards().stream().map(Standard::id).toArray(String[]::new);
    }

    private static Figure control(ResultSet row) throws SQLException {
        return figure(row, new Counts(row.getLong("passed"), row.getLong("failed"), 0, 0).score());
    }

    private static Figure standard(ResultSet row) throws SQLException {
        return figure(row, StandardPoint.score(row.getInt("passed"), row.getInt("failed"), row.getInt("unknown")));
    }

    private static Figure figure(ResultSet row, @Nullable Number score) throws SQLException {
        var overdue = row.getObject("overdue", Long.class);
        return new Figure(
                score == null ? Double.NaN : score.doubleValue(),
                row.getDouble("passed"),
                row.getDouble("failed"),
                row.getDouble("unknown"),
                row.getDouble("coverage"),
                overdue == null ? Double.NaN : overdue);
    }
}
