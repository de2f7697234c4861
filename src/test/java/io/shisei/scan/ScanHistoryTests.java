package io.shisei.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.database.Instants;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Old scans go, but those that explain findings as they are now, and the last of each account, stay. */
@DatabaseTest
@Import(ScanHistory.class)
class ScanHistoryTests {

    private static final String ACCOUNT = "123456789012";
    private static final Instant JANUARY = Instant.parse("2026-01-10T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    @Autowired
    ScanHistory history;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fourScans() {
        Rows.account(jdbc, ACCOUNT);
        for (int day = 1; day <= 4; day++) {
            jdbc.sql("""
                            insert into scan (id, account_id, trigger, state, queued_at, finished_at)
                            values (:id, :account, 'MANUAL', 'COMPLETED', :at, :at)
                            """)
                    .param("id", new UUID(0, day))
                    .param("account", ACCOUNT)
                    .param("at", Instants.utc(JANUARY.plus(Duration.ofDays(day))))
                    .update();
        }
    }

    @Test
    void keepsTheLastOfAnAccount() {
        assertThat(history.dropBefore(JUNE)).isEqualTo(3);
        assertThat(kept()).containsExactly(4);
    }

    @Test
    void keepsWhatIsYoung() {
        assertThat(history.dropBefore(JANUARY.plus(Duration.ofDays(3)))).isEqualTo(2);
        assertThat(kept()).containsExactly(3, 4);
        assertThat(history.months())
                .singleElement()
                .satisfies(month -> assertThat(month.bytes()).isPositive());
    }

    @Test
    void keepsTheOneThatEvaluatedSomethingLast() {
        Rows.evaluation(jdbc, ACCOUNT, "eu-west-1", "S3.8", true);
        jdbc.sql("update evaluation set scan_id = :scan")
                .param("scan", new UUID(0, 2))
                .update();
        history.dropBefore(JUNE);
        assertThat(kept()).containsExactly(2, 4);
    }

    @Test
    void keepsTheOneThatFoundWhatIsOpen() {
        found("S3.8", new UUID(0, 1), null);
        found("S3.9", new UUID(0, 3), "RESOURCE_GONE");
        history.dropBefore(JUNE);
        assertThat(kept()).containsExactly(1, 4);
    }

    private void found(String control, UUID scan, String archived) {
        Rows.finding(jdbc, scan, ACCOUNT, control, "FAILED", "NEW", archived);
        jdbc.sql("select ensure_month('transition', :at)")
                .param("at", Instants.utc(JANUARY))
                .query((row, number) -> number)
                .list();
        jdbc.sql("""
                        insert into transition (finding_id, account_id, control_id, at, what, to_value, reason, scan_id)
                        values (:scan, :account, :control, :at, 'COMPLIANCE_STATUS', 'FAILED', '', :scan)
                        """)
                .param("scan", scan)
                .param("account", ACCOUNT)
                .param("control", control)
                .param("at", Instants.utc(JANUARY))
                .update();
    }

    private List<Integer> kept() {
        return jdbc.sql("select right(id::text, 1)::int from scan order by 1")
                .query(Integer.class)
                .list();
    }
}
