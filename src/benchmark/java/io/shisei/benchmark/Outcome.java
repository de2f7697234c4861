package io.shisei.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a run of scans left behind that must not depend on who died meanwhile: no ids, no times. */
record Outcome(List<String> findings, List<String> transitions, List<String> trend, List<String> scans) {

    private static final String KEY = "account_id, region, control_id, resource_id";
    private static final String FINDINGS =
            "select " + KEY + ", compliance_status, reason, workflow_status, record_state from finding order by id";
    private static final String TRANSITIONS = """
            select t.finding_id, string_agg(concat_ws(' ', t.what, t.from_value, '->', t.to_value, t.reason, t.change),
                                            '; ' order by t.at, t.what, t.id)
            from transition t group by 1 order by 1
            """;
    private static final String TREND = """
            select control_id, rank() over (partition by control_id order by at) as number, status, passed, failed,
                   unknown, suppressed, coverage from control_trend
            union all
            select standard_id, rank() over (partition by standard_id order by at), '', passed, failed,
                   unknown, no_data, coverage from standard_trend
            order by 1, 2
            """;

    static Outcome of(Database database) throws SQLException {
        return new Outcome(
                lines(database, FINDINGS),
                lines(database, TRANSITIONS),
                lines(database, TREND),
                lines(database, "select state from scan order by queued_at"));
    }

    private static List<String> lines(Database database, String sql) throws SQLException {
        return database.rows(sql).stream().map(row -> String.join(" | ", row)).toList();
    }

    /** The first differences, each with what it is about; empty when the two are equal. */
    List<String> differences(Outcome other) {
        var differences = new ArrayList<String>();
        compare("findings", findings, other.findings, differences);
        compare("transitions", transitions, other.transitions, differences);
        compare("trend", trend, other.trend, differences);
        compare("scans", scans, other.scans, differences);
        return differences;
    }

    private static void compare(String what, List<String> one, List<String> two, List<String> differences) {
        if (one.size() != two.size()) {
            differences.add("%s: %d undisturbed, %d disturbed".formatted(what, one.size(), two.size()));
        }
        for (int i = 0; i < Math.min(one.size(), two.size()) && differences.size() < 20; i++) {
            if (!one.get(i).equals(two.get(i))) {
                differences.add(what + ":\n  undisturbed " + one.get(i) + "\n  disturbed   " + two.get(i));
            }
        }
    }
}
