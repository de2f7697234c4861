package io.shisei.finding.history;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.database.HistoryKind;
import io.shisei.database.Retention;
import io.shisei.database.Series;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.RowsRead;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class MovementsTests {

    private static final String ACCOUNT = "123456789012";
    private static final UUID FINDING = new UUID(1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final LocalDate FIRST = LAST.minusDays(89);

    @Autowired
    JdbcClient jdbc;

    private final Retention retention = mock(Retention.class);

    private Movements movements;

    @BeforeEach
    void finding() {
        movements = new Movements(jdbc, retention, Clock.fixed(at(LAST.plusDays(1), ""), ZoneOffset.UTC));
        keep(LocalDate.EPOCH);
        Rows.account(jdbc, ACCOUNT);
        Rows.finding(jdbc, FINDING, ACCOUNT, "S3.8", "FAILED", "NEW");
        for (var month = 3; month <= 7; month++) {
            var at = LocalDate.of(2026, month, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
            new Series("transition").ensureMonth(jdbc, at);
            new Series("control_step").ensureMonth(jdbc, at);
        }
    }

    /** What people hid days ago is counted when a scan ends, and stands among what moved when they did. */
    @Test
    void listsEachOnceTheNewestFirst() {
        for (var ago = 0; ago < 90; ago++) {
            moved(LAST.minusDays(ago), LAST.minusDays(ago), 1, "NEWLY_FAILING");
            moved(LAST.minusDays(ago), LAST.minusDays(Math.max(0, ago - 9L)), 1, "SUPPRESSED");
        }
        assertThat(listed(180)).hasSize(180);
    }

    @Test
    void goesOnInTheMiddleOfAMoment() {
        for (var ago = 0; ago < 5; ago++) {
            moved(LAST.minusDays(ago), LAST.minusDays(ago), 10, "NEWLY_FAILING");
            moved(LAST.minusDays(ago), LAST.minusDays(ago), 9, "FIXED");
        }
        assertThat(listed(95)).hasSize(95);
    }

    /** They went with their findings, while their steps stay. */
    @Test
    void passesOverWhatWasDropped() {
        for (var ago = 0; ago < 40; ago++) {
            moved(LAST.minusDays(ago), LAST.minusDays(ago), 1, "NEWLY_FAILING");
        }
        jdbc.sql("delete from transition where at > :at::timestamptz and at < :until::timestamptz")
                .param("at", at(LAST.minusDays(25), "NEWLY_FAILING").toString())
                .param("until", at(LAST, "NEWLY_FAILING").toString())
                .update();
        assertThat(listed(40)).hasSize(16);
    }

    private List<Transition> listed(long total) {
        var found = new ArrayList<Transition>();
        var token = (String) null;
        do {
            var page = movements.list(filter(), new PageRequest(7, token));
            assertThat(page.total().count()).isEqualTo(total);
            found.addAll(page.items());
            token = page.nextPageToken();
        } while (token != null);
        assertThat(found)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(
                        comparing(Transition::at, reverseOrder()).thenComparing(Transition::id, reverseOrder()));
        return found;
    }

    @Test
    void readsOfADayWhatIsShown() {
        for (var minute = 0; minute < 30; minute++) {
            moved(LAST, LAST, 500, "NEWLY_FAILING", minute);
        }
        RowsRead.asIfThereWereMany(jdbc, "transition");
        assertThat(RowsRead.of(jdbc, "transition", () -> movements.list(filter(), PageRequest.first(3))))
                .isLessThan(3000);
    }

    private void keep(LocalDate since) {
        when(retention.keptSince(HistoryKind.TRANSITIONS)).thenReturn(since);
    }

    /** Steps are kept longer. */
    @Test
    void countsWhatIsThereOnDaysOfWhichSomeMayBeForgotten() {
        moved(FIRST, FIRST, 3, "NEWLY_FAILING");
        jdbc.sql("delete from transition where id = (select min(id) from transition where finding_id = :id)")
                .param("id", FINDING)
                .update();
        keep(FIRST);
        assertThat(movements.list(filter(), PageRequest.first(7)).total()).isEqualTo(Page.Total.exact(2));
    }

    @Test
    void readsNoMoreThanIsShownAndCounted() {
        moved(LAST, LAST, 11_000, "NEWLY_FAILING");
        for (var ago = 40; ago < 90; ago += 10) {
            moved(LAST.minusDays(ago), LAST.minusDays(ago), 11_000, "FIXED");
        }
        RowsRead.asIfThereWereMany(jdbc, "transition");
        assertThat(RowsRead.of(jdbc, "transition", () -> movements.list(filter(), PageRequest.first(50))))
                .isLessThan(20_000);
    }

    @Test
    void readsNothingToCount() {
        moved(LAST, LAST, 5, "NEWLY_FAILING");
        for (var ago = 10; ago < 90; ago += 10) {
            moved(LAST.minusDays(ago), LAST.minusDays(ago), 1000, "FIXED");
        }
        RowsRead.asIfThereWereMany(jdbc, "transition");
        assertThat(RowsRead.of(jdbc, "transition", () -> movements.list(filter(), PageRequest.first(3))))
                .isLessThan(20);
        assertThat(movements.list(filter(), PageRequest.first(3)).total()).isEqualTo(Page.Total.exact(8005));
    }

    @Test
    void readsOfAControlTheFindingsThatAreShownAlone() {
        moved(LAST, LAST, 100, "NEWLY_FAILING");
        RowsRead.asIfThereWereMany(jdbc, "finding");
        assertThat(RowsRead.of(
                        jdbc,
                        "finding",
                        () -> assertThat(movements.newest(
                                        new ControlId("S3.8"), Circle.ALL, at(FIRST, ""), at(LAST.plusDays(1), ""), 3))
                                .hasSize(3)))
                .isLessThan(10);
    }

    private static MovementFilter filter() {
        return new MovementFilter(FIRST, LAST, Circle.of(ACCOUNT), Set.of(new ControlId("S3.8")), null, null, null);
    }

    /** So many on one day, at the same moment, which were counted on a day. */
    private void moved(LocalDate day, LocalDate counted, int many, String cause) {
        moved(day, counted, many, cause, 0);
    }

    private void moved(LocalDate day, LocalDate counted, int many, String cause, int minute) {
        var at = at(day, cause).plusSeconds(60L * minute).toString();
        jdbc.sql("""
                        insert into transition (finding_id, account_id, control_id, at, what, from_value, to_value, reason, cause,
                                                was, became)
                        select :finding, :account, 'S3.8', :at::timestamptz, 'COMPLIANCE_STATUS', 'PASSED', 'FAILED', '', :cause,
                               'PASSED', 'FAILED'
                        from generate_series(1, :many)
                        """)
                .param("finding", FINDING)
                .param("account", ACCOUNT)
                .param("at", at)
                .param("cause", cause)
                .param("many", many)
                .update();
        jdbc.sql("""
                        insert into control_step (account_id, control_id, day, cause, was, became, findings, moments)
                        values (:account, 'S3.8', :day, :cause, 'PASSED', 'FAILED', :many, array[:at::timestamptz])
                        on conflict (account_id, control_id, day, cause, was, became) do update
                        set findings = control_step.findings + excluded.findings,
                            moments = control_step.moments || excluded.moments
                        """)
                .param("account", ACCOUNT)
                .param("day", counted)
                .param("cause", cause)
                .param("many", many)
                .param("at", at)
                .update();
    }

    private static Instant at(LocalDate day, String cause) {
        return day.atTime(cause.equals("SUPPRESSED") ? 12 : 3, 0).toInstant(ZoneOffset.UTC);
    }
}
