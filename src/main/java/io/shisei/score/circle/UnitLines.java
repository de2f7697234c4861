package io.shisei.score.circle;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import io.shisei.finding.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lines of all controls of a unit. What its accounts have now is walked back by what moved in them, of which there is
 * little, rather than adding up their days, of which there are many: see docs/adr/0117.
 */
@Repository
class UnitLines {

    private static final String MOVES = """
            select control_id, max(at) as at, %s
            from (select *, coalesce((select max(moment.at) from unnest(moments) as moment (at)),
                                     day::timestamp at time zone 'UTC') as at
                  from control_step
                  where account_id = any(:accounts) and day between (select day_of(:from)) and (select day_of(:to))) as step
            group by control_id, day
            order by control_id, day desc
            """.formatted(List.of("passed", "failed", "unknown", "suppressed").stream()
            .map(count -> """
                    (coalesce(sum(findings) filter (where became = upper('%1$s')), 0)
                     - coalesce(sum(findings) filter (where was = upper('%1$s')), 0))::bigint as %1$s""".formatted(count))
            .collect(Collectors.joining(", ")));

    private final JdbcClient jdbc;

    UnitLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** On the last of a day's moments, a control's counts changed so. */
    private record Move(ControlId control, Instant at, Counts by) {}

    /** Of each control from when on it had which counts; the first were held at {@code from}. */
    Map<ControlId, NavigableMap<Instant, Counts>> of(
            Circle unit, Map<ControlId, Counts> now, Instant from, Instant to) {
        var moves = moves(unit, from, to).stream().collect(Collectors.groupingBy(Move::control));
        var lines = new HashMap<ControlId, NavigableMap<Instant, Counts>>();
        now.forEach((control, counts) ->
                lines.put(control, line(counts, moves.getOrDefault(control, List.of()), from)));
        return lines;
    }

    private List<Move> moves(Circle unit, Instant from, Instant to) {
        return jdbc.sql(MOVES)
                .param("accounts", unit.ids())
                .param("from", Instants.utc(from))
                .param("to", Instants.utc(to))
                .query(UnitLines::move)
                .list();
    }

    private static Move move(ResultSet row, int number) throws SQLException {
        return new Move(new ControlId(row.getString("control_id")), Instants.read(row, "at"), Counts.read(row, ""));
    }

    private static NavigableMap<Instant, Counts> line(Counts now, List<Move> newestFirst, Instant from) {
        var line = new TreeMap<Instant, Counts>();
        var counts = now;
        for (var move : newestFirst) {
            if (move.at().isAfter(from)) {
                line.put(move.at(), counts);
                counts = counts.minus(move.by());
            }
        }
        line.put(from, counts);
        return line;
    }
}
