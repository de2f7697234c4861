package io.shisei.score.circle;

import io.shisei.account.Circle;
import io.shisei.database.Instants;
import io.shisei.score.StandardPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The scores of some days ago, in one account or in all. */
@Repository
class ScoresSince {

    private static final String HELD = """
            select days, today - days as day, passed, failed, unknown
            from (select day_of(:now) as today) as now
            cross join unnest(:days::integer[]) with ordinality as span (days, place)
            left join lateral (
                select passed, failed, unknown from standard_day
                where account_id %s and standard_id = :standard and day <= today - days
                order by day desc limit 1) as held on true
            order by place
            """;

    private final JdbcClient jdbc;

    ScoresSince(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ScoreSince> of(String standardId, Circle circle, List<Integer> days, Instant now) {
        return jdbc.sql(HELD.formatted(circle.account() == null ? "is null" : "= :account"))
                .param("account", circle.account())
                .param("standard", standardId)
                .param("days", days.toArray(Integer[]::new))
                .param("now", Instants.utc(now))
                .query(ScoresSince::since)
                .list();
    }

    private static ScoreSince since(ResultSet row, int number) throws SQLException {
        var score = StandardPoint.score(row.getInt("passed"), row.getInt("failed"), row.getInt("unknown"));
        return new ScoreSince(row.getInt("days"), row.getObject("day", LocalDate.class), score);
    }
}
