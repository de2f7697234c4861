package io.shisei.finding.history;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.database.Instants;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What single scans moved: sums as they are kept, and the findings behind them, those of severe controls first. */
@Repository
public class ScanMoves {

    /** Control by control, as the index of transitions has them. */
    private static final String OF_SCAN = """
            (select moved.* from unnest(:controls::text[]) with ordinality as control (id, position)
             cross join lateral (
                 select control.position, t.* from transition t
                 %1$s and t.control_id = control.id
                 order by t.at, t.id limit %2$d) as moved
             order by position, at, id limit %2$d)
            """;

    private static final String AFTER =
            "(control.position, t.at, t.id) > (:position::bigint, :at::timestamptz, :id::bigint)";

    private final JdbcClient jdbc;
    private final Controls controls;

    ScanMoves(JdbcClient jdbc, Controls controls) {
        this.jdbc = jdbc;
        this.controls = controls;
    }

    /** In the order of their causes. */
    public List<Reason> sums(UUID scanId) {
        return jdbc.sql("""
                        select cause, was, became, sum(findings)::bigint as findings from scan_move
                        where scan_id = :scan group by cause, was, became
                        """).param("scan", scanId).query((row, number) -> Reason.read(row)).list().stream()
                .sorted()
                .toList();
    }

    /** @param sums of the scan, which tell how many there are */
    public Page<Moved> list(ScanMoveFilter filter, List<Reason> sums, PageRequest page) {
        var total =
                sums.stream().filter(filter::holds).mapToLong(Reason::findings).sum();
        var where = where(filter)
                .after(page, AFTER, KeyPart.number("position"), KeyPart.instant("at"), KeyPart.number("id"));
        var moved = OF_SCAN.formatted(where.where(), page.size() + 1);
        var rows = jdbc.sql(TransitionRows.of(moved) + " order by t.position, t.at, t.id")
                .params(where.parameters())
                .query(Row::of)
                .list();
        return page.page(rows, Page.Total.exact(total), Row::key).map(Row::moved);
    }

    private Where where(ScanMoveFilter filter) {
        var where = new Where()
                .and("t.scan_id = :scan", "scan", filter.scanId())
                .and("t.account_id = :account", "account", filter.accountId())
                .and("t.at >= :from", "from", Instants.utc(filter.from()));
        if (filter.to() != null) {
            where.and("t.at <= :to", "to", Instants.utc(filter.to()));
        }
        where.parameters().put("controls", severeFirst());
        return where.and("t.cause is not null")
                .equal("t.cause", filter.cause())
                .equal("t.was", filter.was())
                .equal("t.became", filter.became());
    }

    private String[] severeFirst() {
        return controls.all().stream()
                .sorted(Comparator.comparing(Control::severity).thenComparing(Control::id))
                .map(control -> control.id().value())
                .toArray(String[]::new);
    }

    private record Row(long position, Moved moved) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getLong("position"),
                    new Moved(new ControlId(row.getString("control_id")), TransitionRows.transition(row, number)));
        }

        List<String> key() {
            var transition = moved.transition();
            return List.of(Long.toString(position), transition.at().toString(), Long.toString(transition.id()));
        }
    }
}
