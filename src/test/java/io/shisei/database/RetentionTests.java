package io.shisei.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.test.DatabaseTest;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class RetentionTests {

    private static final Series SERIES = new Series("event");

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void threeMonthsOfHistory() {
        jdbc.sql("create table event (at timestamptz) partition by range (at)").update();
        List.of("2026-01-31T23:59:59Z", "2026-02-01T00:00:00Z", "2026-03-15T00:00:00Z")
                .forEach(this::happened);
    }

    @Test
    void dropsMonthsThatEndedBefore() {
        assertThat(retention("2026-04-01T00:00:00Z", Period.ofMonths(1)).drop()).isEqualTo(2);
        assertThat(kept()).containsExactly("2026-03-15T00:00:00Z");
    }

    @Test
    void keepsAMonthUntilAllOfItIsOldEnough() {
        retention("2026-03-31T23:59:59Z", Period.ofMonths(1)).drop();
        assertThat(kept()).containsExactly("2026-02-01T00:00:00Z", "2026-03-15T00:00:00Z");
    }

    private Retention retention(String now, Period kept) {
        return new Retention(List.of(new Events(jdbc)), kept, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private record Events(JdbcClient jdbc) implements History {
        @Override
        public String name() {
            return "months of events";
        }

        @Override
        public int dropBefore(Instant before) {
            return SERIES.dropBefore(jdbc, before);
        }
    }

    private List<String> kept() {
        return jdbc.sql("select at from event order by at")
                .query((row, number) -> row.getTimestamp(1).toInstant().toString())
                .list();
    }

    private void happened(String at) {
        SERIES.ensureMonth(jdbc, Instant.parse(at));
        jdbc.sql("insert into event values (:at)")
                .param("at", Instant.parse(at).atOffset(ZoneOffset.UTC))
                .update();
    }
}
