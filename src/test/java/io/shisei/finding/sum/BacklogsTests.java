package io.shisei.finding.sum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.database.Instants;
import io.shisei.deadline.Deadline;
import io.shisei.deadline.Deadlines;
import io.shisei.paging.Page;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.RowsRead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import({Backlogs.class, Deadlines.class, Accounts.class})
class BacklogsTests {

    private static final String ONE = "111111111111";
    private static final String OTHER = "222222222222";
    private static final ControlId BUCKETS = new ControlId("S3.8");
    private static final ControlId GROUPS = new ControlId("EC2.18");
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    @Autowired
    Backlogs backlogs;

    @Autowired
    Deadlines deadlines;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @BeforeEach
    void findingsOfTwoAccounts() {
        List.of(ONE, OTHER).forEach(id -> Rows.account(jdbc, id));
        find(ONE, BUCKETS, "FAILED", "NEW", 3);
        find(ONE, BUCKETS, "WARNING", "NOTIFIED", 9);
        find(ONE, BUCKETS, "FAILED", "SUPPRESSED", 90);
        find(ONE, BUCKETS, "PASSED", "RESOLVED", null);
        find(OTHER, BUCKETS, "FAILED", "NEW", 5);
    }

    @Test
    void knowsTheOldestThatWaits() {
        assertThat(oldest(Circle.ALL)).isEqualTo(9);
        assertThat(oldest(Circle.of(ONE))).isEqualTo(9);
        assertThat(oldest(Circle.of(OTHER))).isEqualTo(5);
        assertThat(of(Circle.ALL, GROUPS)).isEqualTo(new Backlog(null, Page.Total.exact(0)));
    }

    @Test
    void countsWhatIsLateByTheDeadlinesOfEachAccount() {
        assertThat(late(Circle.ALL)).isZero();
        deadlines.put(new Deadline(Severity.HIGH, null, null, 4));
        assertThat(late(Circle.ALL)).isEqualTo(2);
        assertThat(late(Circle.of(ONE))).isEqualTo(1);
        deadlines.put(new Deadline(Severity.HIGH, null, OTHER, 30));
        assertThat(late(Circle.ALL)).isEqualTo(1);
        assertThat(late(Circle.of(Ou.ROOT, List.of(OTHER)))).isZero();
    }

    @Test
    void readsMostAccountsByLeavingOutTheOthers() {
        deadlines.put(new Deadline(Severity.HIGH, null, null, 4));
        var most = Circle.of(Ou.ROOT, List.of(OTHER, "444444444444")).beside(List.of(ONE), null);
        assertThat(oldest(most)).isEqualTo(5);
        assertThat(late(most)).isEqualTo(1);
        deadlines.put(new Deadline(Severity.HIGH, null, ONE, 4));
        assertThat(late(most)).isEqualTo(1);
        assertThat(late(Circle.of(ONE))).isEqualTo(1);
    }

    @Test
    void leavesOutWhatIsRetired() {
        jdbc.sql("update account set retired_at = now() where id = :id")
                .param("id", ONE)
                .update();
        assertThat(oldest(Circle.ALL)).isEqualTo(5);
    }

    @Test
    void readsOfAllAccountsNoMoreThanTheOldestAndWhatIsLate() {
        for (var number = 10; number < 30; number++) {
            var account = "3333333333" + number;
            Rows.account(jdbc, account);
            for (var each = 0; each < 40; each++) {
                find(account, BUCKETS, "FAILED", "NEW", 1);
            }
        }
        deadlines.put(new Deadline(Severity.HIGH, null, null, 8));
        RowsRead.asIfThereWereMany(jdbc, "finding");
        assertThat(RowsRead.of(
                        jdbc, "finding", () -> assertThat(late(Circle.ALL)).isEqualTo(1)))
                .isLessThan(5);
    }

    private long oldest(Circle circle) {
        return Duration.between(of(circle, BUCKETS).oldest(), NOW).toDays();
    }

    private long late(Circle circle) {
        return of(circle, BUCKETS).overdue().count();
    }

    private Backlog of(Circle circle, ControlId id) {
        var control = mock(Control.class);
        when(control.id()).thenReturn(id);
        when(control.severity()).thenReturn(Severity.HIGH);
        when(controls.find(id)).thenReturn(Optional.of(control));
        return backlogs.of(List.of(control), circle, deadlines.times(), NOW).get(id);
    }

    private void find(String account, ControlId control, String compliance, String workflow, Integer days) {
        var id = UUID.randomUUID();
        Rows.finding(jdbc, id, account, control.value(), compliance, workflow);
        jdbc.sql("update finding set failing_since = :since where id = :id")
                .param("since", days == null ? null : Instants.utc(NOW.minus(Duration.ofDays(days))))
                .param("id", id)
                .update();
    }
}
