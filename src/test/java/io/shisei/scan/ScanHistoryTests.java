package io.shisei.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.database.Instants;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(ScanHistory.class)
class ScanHistoryTests {

    private static final Instant BEFORE = Instant.parse("2026-03-01T00:00:00Z");

    @Autowired
    ScanHistory history;

    @Autowired
    JdbcClient jdbc;

    @Test
    void forgetsScansThatEndedBefore() {
        Rows.account(jdbc, "123456789012");
        scanned("COMPLETED", BEFORE.minusSeconds(1));
        scanned("CANCELLED", BEFORE);
        scanned("RUNNING", null);

        assertThat(history.dropBefore(BEFORE)).isEqualTo(1);
        assertThat(jdbc.sql("select state from scan order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED", "RUNNING");
    }

    private void scanned(String state, @Nullable Instant finished) {
        jdbc.sql("insert into scan (id, account_id, trigger, state, queued_at, finished_at)"
                        + " values (:id, '123456789012', 'MANUAL', :state, :queued, :finished)")
                .param("id", UUID.randomUUID())
                .param("state", state)
                .param("queued", Instants.utc(BEFORE.minusSeconds(60)))
                .param("finished", finished == null ? null : Instants.utc(finished))
                .update();
    }
}
