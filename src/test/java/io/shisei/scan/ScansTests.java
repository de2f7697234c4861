package io.shisei.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(Scans.class)
class ScansTests {

    private static final String SCANNED = "111111111111";
    private static final String NEVER = "222222222222";

    @Autowired
    Scans scans;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void twoAccounts() {
        for (var account : List.of(SCANNED, NEVER)) {
            Rows.account(jdbc, account);
        }
    }

    @Test
    void knowsTheLastScanOfEachAccountThatWasScanned() {
        scan("2026-01-01T00:00:00Z");
        var last = scan("2026-01-03T00:00:00Z");
        scan("2026-01-02T00:00:00Z");
        var found = scans.last(List.of(SCANNED, NEVER));
        assertThat(found).containsOnlyKeys(SCANNED);
        assertThat(found.get(SCANNED).id()).isEqualTo(last);
        assertThat(scans.last(List.of())).isEmpty();
    }

    private UUID scan(String queuedAt) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into scan (id, account_id, trigger, state, queued_at)"
                        + " values (?, ?, 'MANUAL', 'COMPLETED', ?::timestamptz)")
                .params(id, SCANNED, queuedAt)
                .update();
        return id;
    }
}
