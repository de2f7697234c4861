package io.shisei.finding.sum;

import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What has moved since the last points of an account's trends were added. */
@Repository
public class FindingMoves {

    /** One statement sees one moment: what has moved in it is in the sums, and nothing else is. */
    private static final String TAKE = """
            with taken as (delete from finding_move where account_id = :account returning *)
            select control_id, null::timestamptz as at, null as cause, null as was, null as became, null::bigint as findings, %s
            from finding_sum where account_id = :account group by control_id
            union all
            select control_id, at, cause, was, became, findings, null, null, null, null, null, null, null, null from taken
            """.formatted(StatusSum.ADD_UP);

    private final JdbcClient jdbc;

    FindingMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many findings of a control passed from one count to another at a moment. */
    public record Move(ControlId control, Instant at, MoveCause cause, Counted was, Counted became, long findings) {}

    /**
     * The moves, each taken once, and the sums to which they led.
     *
     * @param sums of each control that has active findings, or had some not long ago
     */
    public record Taken(Map<ControlId, StatusSum> sums, List<Move> moves) {}

    /** The caller lets nobody else take those of the account until its transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Taken take(String accountId) {
        var taken = new Taken(new HashMap<>(), new ArrayList<>());
        jdbc.sql(TAKE).param("account", accountId).query(row -> {
            var control = new ControlId(row.getString("control_id"));
            if (row.getString("cause") == null) {
                taken.sums().put(control, StatusSum.read(row));
            } else {
                taken.moves().add(move(control, row));
            }
        });
        return taken;
    }

    private static Move move(ControlId control, ResultSet row) throws SQLException {
        return new Move(
                control,
                Instants.read(row, "at"),
                MoveCause.valueOf(row.getString("cause")),
                Counted.valueOf(row.getString("was")),
                Counted.valueOf(row.getString("became")),
                row.getLong("findings"));
    }
}
