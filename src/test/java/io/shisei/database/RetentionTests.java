package io.shisei.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.test.DatabaseTest;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class RetentionTests {

    private static final String ACCOUNT = "123456789012";

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void threeMonthsOfHistory() {
        jdbc.sql("insert into account (id, name, partition, created_at, version) values (:id, 'a', 'aws', now(), 0)")
                .param("id", ACCOUNT)
                .update();
        List.of("2026-01-31T23:59:59Z", "2026-02-01T00:00:00Z", "2026-03-15T00:00:00Z")
                .forEach(this::scanned);
    }

    @Test
    void dropsMonthsThatEndedBeforeAndScansOfThem() {
        retention("2026-04-01T00:00:00Z", Period.ofMonths(1)).drop();
        assertThat(kept()).containsExactly("2026-03-15T00:00:00Z");
        assertThat(jdbc.sql("select count(*) from scan").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void keepsAMonthUntilAllOfItIsOldEnough() {
        retention("2026-03-31T23:59:59Z", Period.ofMonths(1)).drop();
        assertThat(kept()).containsExactly("2026-02-01T00:00:00Z", "2026-03-15T00:00:00Z");
    }

    private Retention retention(String now, Period kept) {
        return new Retention(jdbc, kept, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private List<String> kept() {
        return jdbc.sql("select at from standard_trend order by at")
                .query((row, number) -> row.getTimestamp(1).toInstant().toString())
                .list();
    }

    private void scanned(String at) {
        var time = Instant.parse(at).atOffset(ZoneOffset.UTC);
        var scan = UUID.randomUUID();
        jdbc.sql("insert into scan (id, account_id, trigger, state, queued_at, finished_at)"
                        + " values (:id, :account, 'MANUAL', 'COMPLETED', :at, :at)")
                .param("id", scan)
                .param("account", ACCOUNT)
                .param("at", time)
                .update();
        Series.STANDARD_TREND.ensureMonth(jdbc, time.toInstant());
        jdbc.sql("insert into standard_trend values (:account, 'fsbp', :at, :scan, 0, 0, 0, 0, 0, 100)")
                .param("account", ACCOUNT)
                .param("at", time)
                .param("scan", scan)
                .update();
    }
}
