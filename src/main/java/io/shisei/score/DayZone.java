package io.shisei.score;

import io.shisei.database.Instants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The time zone in which days begin: {@code shisei.day-zone}. Another zone holds from now on: days that were kept stay as
 * they are, and the one that has begun goes on until the new zone's day passes it. Before the first point it holds for all
 * times.
 */
@Component
public class DayZone {

    private static final String LAST = "select zone from day_zone order by since desc limit 1";

    private static final String FOR_ALL_TIMES = """
            update day_zone set zone = :zone
            where not exists (select from standard_day) and (select count(*) from day_zone) = 1
            """;

    private static final String FROM_NOW_ON =
            "insert into day_zone (since, zone, first_day) values (:now, :zone, day_of(:now)) on conflict do nothing";

    private static final String KNOWN = "select now() at time zone :zone";

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    DayZone(JdbcClient jdbc, @Value("${shisei.day-zone:UTC}") ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    /** In which days begin. */
    public ZoneId zone() {
        return zone;
    }

    /** Now, by the clocks of the zone. */
    public ZonedDateTime now() {
        return clock.instant().atZone(zone);
    }

    /** The day that has begun there. */
    public LocalDate today() {
        return now().toLocalDate();
    }

    /** The day in which a moment is counted. */
    public static LocalDate dayOf(JdbcClient jdbc, Instant at) {
        return daysOf(jdbc, at).getFirst();
    }

    /** The days in which these moments are counted, one for each. */
    public static List<LocalDate> daysOf(JdbcClient jdbc, Instant... moments) {
        return jdbc.sql("""
                        select day_of(at) as day from unnest(:moments::timestamptz[]) with ordinality as moment (at, number) order by number
                        """)
                .param("moments", Stream.of(moments).map(Instant::toString).toArray(String[]::new))
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .list();
    }

    /** @throws IllegalArgumentException when the database does not know the zone */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void keep() {
        var name = name();
        if (jdbc.sql(LAST).query(String.class).single().equals(name)) {
            return;
        }
        checkKnown(name);
        if (jdbc.sql(FOR_ALL_TIMES).param("zone", name).update() == 0) {
            jdbc.sql(FROM_NOW_ON)
                    .param("zone", name)
                    .param("now", Instants.utc(clock.instant()))
                    .update();
        }
    }

    /**
     * As PostgreSQL has it. It reads {@code UTC+9} and {@code +09:00} as POSIX does, where what lies east of Greenwich is
     * behind; so an offset is written as a zone of its own in the words of POSIX.
     */
    private String name() {
        if (ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())) {
            return zone.getId();
        }
        var seconds = ((ZoneOffset) zone.normalized()).getTotalSeconds();
        var east = ZoneOffset.ofTotalSeconds(seconds).getId();
        var west = ZoneOffset.ofTotalSeconds(-seconds).getId();
        return seconds == 0 ? "UTC" : "<%s>%s".formatted(east, west);
    }

    private void checkKnown(String name) {
        try {
            jdbc.sql(KNOWN).param("zone", name).query(LocalDateTime.class).single();
        } catch (DataAccessException unknown) {
            throw new IllegalArgumentException("shisei.day-zone: the database does not know " + zone, unknown);
        }
    }
}
