package io.shisei.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.RowsRead;
import java.util.List;
import java.util.Set;
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

    @Test
    void knowsWhichAccountsHaveBeenRead() {
        assertThat(scans.everRead(List.of(SCANNED, NEVER))).isEmpty();
        jdbc.sql("update scan set state = 'FAILED' where id = ?")
                .param(scan("2026-01-01T00:00:00Z"))
                .update();
        assertThat(scans.everRead(List.of(SCANNED, NEVER))).isEmpty();
        scan("2026-01-02T00:00:00Z");
        assertThat(scans.everRead(List.of(SCANNED, NEVER))).containsExactly(SCANNED);
        assertThat(scans.everRead(List.of(NEVER))).isEmpty();
    }

    @Test
    void addsUpWhatItShowsAndNoMore() {
        for (int day = 10; day < 30; day++) {
            var scan = scan("2026-01-" + day + "T00:00:00Z");
            for (int service = 0; service < 10; service++) {
                covered(scan, "Service" + service);
            }
        }
        RowsRead.asIfThereWereMany(jdbc, "coverage");
        assertThat(RowsRead.of(
                        jdbc,
                        "coverage",
                        () -> assertThat(scans.newest(Set.of(), 2))
                                .hasSize(2)
                                .allSatisfy(scan ->
                                        assertThat(scan.counts().resources()).isEqualTo(70))))
                .isEqualTo(20);
    }

    private void covered(UUID scan, String service) {
        jdbc.sql("""
                        insert into coverage (scan_id, region, service, state, resources, evaluations, opened, closed, calls,
                                              gaps, started_at, finished_at, checks, complete_checks)
                        values (?, 'eu-west-1', ?, 'COMPLETE', 7, 0, 0, 0, 1, '[]', now(), now(), 1, 1)
                        """).params(scan, service).update();
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
