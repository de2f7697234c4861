package io.shisei.finding.list;

import io.shisei.finding.search.SoughtFindings;
import io.shisei.paging.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Findings of a rare text: all are found by one statement, which counts and sorts them. */
record RareFindings(JdbcClient jdbc, SoughtFindings sought) {

    /** The row that has no finding, but how many there are. */
    private static final int COUNT = -1;

    private static final String FOUND = """
            with found as materialized (
                select f.id, f.account_id, f.control_id, f.record_state, f.workflow_status, f.compliance_status,
                       f.status_changed_at, f.failing_since
                from %s%s)
            select * from (
                select %d as number, count(*) as position, null::uuid as id, null::timestamptz as at from found
                %s) as places
            order by number, position
            """;

    private static final String GROUP =
            "union all select %d, row_number() over (), place.id, place.at from (%s) as place\n";

    record Read(List<Place> places, long total) {}

    /** The first places after a key, which is null for those of the whole list. */
    Read read(List<Group> groups, @Nullable List<String> after, int limit) {
        var where = sought.where();
        var parts = groups.stream()
                .filter(group -> group.isAhead(after))
                .map(group -> GROUP.formatted(group.number(), first(group, after, where, limit)))
                .collect(Collectors.joining());
        var places = new ArrayList<Place>();
        var total = new long[1];
        jdbc.sql(FOUND.formatted(sought.from(), where.where(), COUNT, parts))
                .params(where.parameters())
                .query(row -> {
                    var number = row.getInt("number");
                    if (number == COUNT) {
                        total[0] = row.getLong("position");
                    } else if (places.size() < limit) {
                        places.add(Place.read(row, number));
                    }
                });
        return new Read(places, total[0]);
    }

    private static String first(Group group, @Nullable List<String> after, Where all, int limit) {
        var where = new Where();
        var sql = group.first(where, after, false, "found f", limit);
        all.parameters().putAll(where.parameters());
        return sql;
    }
}
