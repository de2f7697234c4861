package io.shisei.score;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.database.Instants;
import io.shisei.finding.sum.FindingMoves.Move;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps, by day, why the points of {@link DailySums} differ from those of the day before: see docs/adr/0105. */
@Component
class DailySteps {

    private final JdbcClient jdbc;
    private final Controls controls;

    DailySteps(JdbcClient jdbc, Controls controls) {
        this.jdbc = jdbc;
        this.controls = controls;
    }

    /** Takes over what led to the points that an account's trends have at a moment. */
    void add(String accountId, List<Move> moves, LocalDate day) {
        jdbc.sql(DailyStepsSql.ADD)
                .param("account", accountId)
                .param("day", day)
                .param("controls", texts(moves, move -> move.control().value()))
                .param("moments", texts(moves, move -> move.at().toString()))
                .param("causes", texts(moves, move -> move.cause().name()))
                .param("was", texts(moves, move -> move.was().name()))
                .param("became", texts(moves, move -> move.became().name()))
                .param("findings", moves.stream().map(Move::findings).toArray(Long[]::new))
                .update();
    }

    private static String[] texts(List<Move> moves, Function<Move, String> text) {
        return moves.stream().map(text).toArray(String[]::new);
    }

    /** Adds up an account's day by standard. */
    void follow(String accountId, LocalDate day) {
        for (var standard : controls.standards()) {
            clear("standard_step where account_id = :account and standard_id = :standard", day)
                    .param("account", accountId)
                    .param("standard", standard.id())
                    .update();
            ofStandard(DailyStepsSql.STANDARD_OF_ACCOUNT, standard, day)
                    .param("account", accountId)
                    .update();
        }
    }

    /** Adds up the day of all accounts that count, of which the last point is at a moment. */
    void sumUp(LocalDate day, Instant at) {
        clear("control_step where account_id is null", day).update();
        clear("standard_step where account_id is null", day).update();
        jdbc.sql(DailyStepsSql.CONTROLS_OF_ALL)
                .param("day", day)
                .param("at", Instants.utc(at))
                .update();
        controls.standards()
                .forEach(standard ->
                        ofStandard(DailyStepsSql.STANDARD_OF_ALL, standard, day).update());
    }

    void forget(String accountId) {
        Stream.of("control_step", "standard_step")
                .forEach(table -> jdbc.sql("delete from " + table + " where account_id = :account")
                        .param("account", accountId)
                        .update());
    }

    private JdbcClient.StatementSpec clear(String rows, LocalDate day) {
        return jdbc.sql("delete from " + rows + " and day = :day").param("day", day);
    }

    /** What the product no longer has is in no standard any more, and was in some. */
    private JdbcClient.StatementSpec ofStandard(String sql, Standard standard, LocalDate day) {
        return jdbc.sql(sql)
                .param("standard", standard.id())
                .param("members", ControlId.texts(standard.controls()))
                .param("day", day);
    }
}
