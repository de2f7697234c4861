package io.shisei.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.shisei.account.AccountLeaving;
import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.control.Text;
import io.shisei.database.Instants;
import io.shisei.finding.Counts;
import io.shisei.score.circle.CircleParts;
import io.shisei.score.circle.CircleTrends;
import io.shisei.score.circle.ScoreSince;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.RowsRead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import({DailySums.class, DailySteps.class, TrendHistory.class, CircleParts.class})
class DailySumsTests {

    private static final String ONE = "111111111111";
    private static final String OTHER = "222222222222";
    private static final ControlId BUCKETS = new ControlId("S3.8");
    private static final ControlId GROUPS = new ControlId("EC2.18");
    private static final Instant MONDAY = Instant.parse("2026-03-30T12:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = TUESDAY.plus(Duration.ofDays(1)); // in April
    private static final Instant LONG_AGO = MONDAY.minus(Duration.ofDays(60));

    @Autowired
    DailySums days;

    @Autowired
    TrendHistory history;

    @Autowired
    Trends trends;

    @Autowired
    CircleTrends circles;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @MockitoBean
    SchedulerClient scheduler;

    @MockitoBean
    Clock clock;

    @BeforeEach
    void twoControlsAndTwoAccounts() {
        var all = List.of(control(BUCKETS), control(GROUPS));
        when(controls.all()).thenReturn(all);
        when(controls.standards())
                .thenReturn(List.of(new Standard(
                        "fsbp",
                        new Text("FSBP", "FSBP"),
                        new TreeSet<>(Set.of(BUCKETS, GROUPS)),
                        Map.of(),
                        List.of())));
        account(ONE);
    }

    @Test
    void showsEachScanOfTodayAndTheLastOfEachDayBefore() {
        scanned(ONE, MONDAY, BUCKETS, 0, 3);
        scanned(ONE, MONDAY.plusSeconds(60), BUCKETS, 1, 2);
        scanned(ONE, TUESDAY, BUCKETS, 2, 1);
        scanned(ONE, TUESDAY.plusSeconds(60), BUCKETS, 3, 0);

        assertThat(failed(ONE, LONG_AGO, TUESDAY.plusSeconds(61))).containsExactly(2L, 1L, 0L);
        assertThat(failed(null, LONG_AGO, TUESDAY.plusSeconds(61))).containsExactly(2L, 1L, 0L);
        assertThat(failed(ONE, MONDAY, TUESDAY.plusSeconds(61))).containsExactly(3L, 2L, 1L, 0L);
        assertThat(failed(ONE, LONG_AGO, TUESDAY)).containsExactly(2L);
    }

    @Test
    void addsUpAccountsThatAreScannedOnDifferentDays() {
        account(OTHER);
        scanned(ONE, MONDAY, BUCKETS, 5, 3);
        scanned(OTHER, TUESDAY, BUCKETS, 1, 1);
        scanned(ONE, WEDNESDAY, BUCKETS, 8, 0);

        assertThat(trends.control(BUCKETS, null, LONG_AGO, WEDNESDAY.plusSeconds(1)))
                .extracting(TrendPoint::counts)
                .containsExactly(new Counts(5, 3, 0, 0), new Counts(6, 4, 0, 0), new Counts(9, 1, 0, 0));
    }

    /** As where a past is replayed while another account is scanned, and the day turns. */
    @Test
    void countsAPointOfAnEarlierDayInTheDaysAfterIt() {
        account(OTHER);
        scanned(ONE, MONDAY, BUCKETS, 5, 3);
        scanned(ONE, TUESDAY, BUCKETS, 5, 3);
        scanned(ONE, WEDNESDAY, BUCKETS, 8, 0);
        scanned(OTHER, MONDAY, BUCKETS, 1, 1);

        assertThat(trends.control(BUCKETS, null, LONG_AGO, WEDNESDAY.plusSeconds(1)))
                .extracting(TrendPoint::counts)
                .containsExactly(new Counts(6, 4, 0, 0), new Counts(6, 4, 0, 0), new Counts(9, 1, 0, 0));
        assertThat(trends.standard("fsbp", null, LONG_AGO, WEDNESDAY.plusSeconds(1)))
                .extracting(StandardPoint::passed, StandardPoint::failed)
                .containsExactly(tuple(0, 1), tuple(0, 1), tuple(0, 1));
    }

    /** A past of months brings the days after each of its points itself. */
    @Test
    void leavesTheDaysAfterAPointLongAgoToThePointsThatFollow() {
        account(OTHER);
        for (var day = 0; day < 9; day++) {
            scanned(ONE, MONDAY.plus(Duration.ofDays(day)), BUCKETS, 1, 0);
        }
        scanned(OTHER, MONDAY, BUCKETS, 1, 1);
        assertThat(failed(null, LONG_AGO, MONDAY.plus(Duration.ofDays(9)))).startsWith(1L, 0L);
        for (var day = 1; day < 8; day++) {
            scanned(OTHER, MONDAY.plus(Duration.ofDays(day)), BUCKETS, 1, 1);
        }
        assertThat(failed(null, LONG_AGO, MONDAY.plus(Duration.ofDays(9))))
                .hasSize(9)
                .containsOnly(1L);
    }

    @Test
    void countsAControlByItsWorstStatusAndOneWithoutDataAsSuch() {
        account(OTHER);
        scanned(ONE, MONDAY, BUCKETS, 5, 0);
        scanned(OTHER, TUESDAY, BUCKETS, 0, 1);

        assertThat(trends.standard("fsbp", null, LONG_AGO, WEDNESDAY))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("failing")
                .containsExactly(
                        new StandardPoint(MONDAY, 1, 0, 0, 1, 0, 100, new Counts(5, 0, 0, 0)),
                        new StandardPoint(TUESDAY, 0, 1, 0, 1, 0, 100, new Counts(5, 1, 0, 0), 1, null, null));
    }

    @Test
    void putsAccountsOfAUnitTogetherAsTheSumsOfAllHaveThem() {
        account(OTHER);
        var fsbp = controls.standards().stream().findFirst();
        when(controls.standard("fsbp")).thenReturn(fsbp);
        scanned(ONE, MONDAY, BUCKETS, 5, 0);
        scanned(OTHER, TUESDAY, BUCKETS, 2, 1);
        scanned(ONE, WEDNESDAY, GROUPS, 1, 0);

        var end = WEDNESDAY.plusSeconds(1);
        var unit = Circle.of(Ou.ROOT, List.of(ONE, OTHER));
        assertThat(standing(circles.standard("fsbp", unit, LONG_AGO, end)))
                .isEqualTo(standing(circles.standard("fsbp", Circle.ALL, LONG_AGO, end)))
                .containsExactly(List.of(1, 0, 0, 1, 0), List.of(0, 1, 0, 1, 1), List.of(1, 1, 0, 0, 1));
        assertThat(circles.control(BUCKETS, unit, LONG_AGO, end))
                .extracting(TrendPoint::counts)
                .containsExactly(new Counts(5, 0, 0, 0), new Counts(7, 1, 0, 0));
        assertThat(circles.standard("fsbp", unit, TUESDAY, end)).hasSize(2);
        assertThat(circles.history("fsbp", unit, TUESDAY, end, List.of(1, 7)).since())
                .extracting(ScoreSince::score)
                .containsExactly(0, null);
        assertThat(circles.history("fsbp", Circle.ALL, TUESDAY, end, List.of(1, 7))
                        .since())
                .extracting(ScoreSince::score)
                .containsExactly(0, null);
    }

    private static List<List<Integer>> standing(List<StandardPoint> points) {
        return points.stream()
                .map(it -> List.of(it.passed(), it.failed(), it.unknown(), it.noData(), it.staleAccounts()))
                .toList();
    }

    @Test
    void countsAnAccountUntilItsRetirement() {
        account(OTHER);
        scanned(ONE, MONDAY, BUCKETS, 1, 0);
        scanned(OTHER, MONDAY, BUCKETS, 0, 7);
        jdbc.sql("update account set retired_at = :at where id = :id")
                .param("at", Instants.utc(TUESDAY))
                .param("id", OTHER)
                .update();
        scanned(ONE, TUESDAY, BUCKETS, 1, 0);

        assertThat(failed(null, LONG_AGO, WEDNESDAY)).containsExactly(7L, 0L);
    }

    @Test
    void forgetsAnAccountThatIsErased() {
        account(OTHER);
        scanned(ONE, MONDAY, BUCKETS, 1, 1);
        scanned(OTHER, MONDAY, BUCKETS, 0, 7);
        scanned(OTHER, TUESDAY, BUCKETS, 0, 8);
        account("333333333333");
        days.forget(new AccountLeaving(OTHER));

        assertThat(trends.control(BUCKETS, OTHER, LONG_AGO, WEDNESDAY)).isEmpty();
        assertThat(failed(null, LONG_AGO, WEDNESDAY)).containsExactly(8L, 9L);
        addUpAgain();
        assertThat(failed(null, LONG_AGO, WEDNESDAY)).containsExactly(1L);
        assertThat(trends.standard("fsbp", null, LONG_AGO, WEDNESDAY)).hasSize(1);
    }

    @Test
    void drawsALineByTheDaysOnWhichItTurns() {
        for (int day = 0; day < 20; day++) {
            scanned(ONE, MONDAY.plus(Duration.ofDays(day)), BUCKETS, 1, day < 10 ? 1 : 0);
        }

        var end = MONDAY.plus(Duration.ofDays(30));
        assertThat(trends.lines(ONE, LONG_AGO, end).get(BUCKETS))
                .containsOnlyKeys(MONDAY, MONDAY.plus(Duration.ofDays(10)));
        assertThat(trends.lines(null, LONG_AGO, end)).isEqualTo(trends.lines(ONE, LONG_AGO, end));
        var later = MONDAY.plus(Duration.ofDays(15));
        assertThat(trends.lines(ONE, later, end).get(BUCKETS)).isEqualTo(Map.of(later, new Counts(1, 0, 0, 0)));
    }

    @Test
    void readsOfAllAccountsNoMoreThanItShows() {
        for (int number = 0; number < 20; number++) {
            account("2345678901%02d".formatted(number));
        }
        for (int day = 0; day < 10; day++) {
            for (int number = 0; number < 20; number++) {
                scanned(
                        "2345678901%02d".formatted(number),
                        MONDAY.plus(Duration.ofDays(day)),
                        BUCKETS,
                        1,
                        day < 5 ? 1 : 0);
            }
        }
        RowsRead.asIfThereWereMany(jdbc, "control_day");
        RowsRead.asIfThereWereMany(jdbc, "standard_day");
        var from = MONDAY.plus(Duration.ofDays(3));
        var end = MONDAY.plus(Duration.ofDays(30));
        assertThat(RowsRead.of(
                        jdbc,
                        "standard_day",
                        () -> assertThat(trends.standard("fsbp", null, LONG_AGO, end))
                                .hasSize(10)))
                .isEqualTo(10);
        assertThat(RowsRead.of(
                        jdbc,
                        "control_day",
                        () -> assertThat(trends.control(BUCKETS, null, LONG_AGO, end))
                                .hasSize(10)))
                .isEqualTo(10);
        assertThat(RowsRead.of(
                        jdbc,
                        "control_day",
                        () -> assertThat(trends.lines(null, from, end).get(BUCKETS))
                                .hasSize(2)))
                .isLessThan(5);
    }

    @Test
    void catchesUpWithWhatAnEarlierVersionWrote() {
        account(OTHER);
        scanned(ONE, MONDAY, BUCKETS, 5, 3);
        scanned(OTHER, TUESDAY, GROUPS, 1, 1);
        var before = trends.standard("fsbp", null, LONG_AGO, WEDNESDAY);
        jdbc.sql("delete from standard_day").update();
        jdbc.sql("delete from control_day where account_id is null").update();
        days.catchUp();
        addUpAgain();

        assertThat(before).hasSize(2);
        assertThat(trends.standard("fsbp", null, LONG_AGO, WEDNESDAY)).isEqualTo(before);
        assertThat(trends.standard("fsbp", ONE, LONG_AGO, WEDNESDAY))
                .extracting(StandardPoint::findings)
                .containsExactly(new Counts(5, 3, 0, 0));
    }

    /** By the last day of each account, as by all days of all. */
    @Test
    void addsUpOnADayWhatItAddsUpLater() {
        var random = new Random(3);
        var accounts = List.of(ONE, OTHER, "333333333333", "444444444444");
        accounts.stream().skip(1).forEach(this::account);
        for (var n = 0; n < 60; n++) {
            var late = random.nextInt(6) == 0 ? 1 : 0; // it ended after the scan of a later day
            scanned(
                    accounts.get(random.nextInt(4)),
                    MONDAY.plus(Duration.ofHours(5L * n))
                            .minus(Duration.ofDays(late))
                            .plusSeconds(n),
                    random.nextBoolean() ? BUCKETS : GROUPS,
                    random.nextInt(5),
                    random.nextInt(3));
        }
        var all = "select * from control_day where account_id is null order by control_id, day";
        var before = jdbc.sql(all).query().listOfRows();
        assertThat(before).hasSizeGreaterThan(20);
        days.days().forEach(days::addUpAgain);
        assertThat(jdbc.sql("select count(*) from control_last")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
        assertThat(jdbc.sql(all.replace("*", "control_id, day, passed, failed, status, stale_accounts, overdue"))
                        .query()
                        .listOfRows())
                .containsExactlyElementsOf(before.stream()
                        .map(row -> {
                            row.keySet()
                                    .removeAll(
                                            Set.of("account_id", "at", "unknown", "suppressed", "coverage", "turned"));
                            return row;
                        })
                        .toList());
    }

    @Test
    void forgetsTheLastDayWithItsMonth() {
        scanned(ONE, MONDAY, BUCKETS, 1, 0);
        history.dropBefore(MONDAY.plus(Duration.ofDays(62)));
        assertThat(jdbc.sql("select count(*) from control_last")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** As the task does that was queued. */
    private void addUpAgain() {
        verify(scheduler).scheduleIfNotExists(any(TaskInstance.class), any());
        days.days().forEach(days::addUpAgain);
    }

    private List<Long> failed(String account, Instant from, Instant to) {
        return trends.control(BUCKETS, account, from, to).stream()
                .map(point -> point.counts().failed())
                .toList();
    }

    private static Control control(ControlId id) {
        var control = Mockito.mock(Control.class);
        when(control.id()).thenReturn(id);
        return control;
    }

    private void account(String id) {
        Rows.account(jdbc, id);
    }

    private void scanned(String account, Instant at, ControlId control, int passed, int failed) {
        history.ensureMonth(at);
        jdbc.sql("""
                        insert into control_trend (account_id, control_id, at, status,
                                                   passed, failed, unknown, suppressed, coverage)
                        values (:account, :control, :at, :status, :passed, :failed, 0, 0, 100)
                        """)
                .param("account", account)
                .param("control", control.value())
                .param("at", Instants.utc(at))
                .param("status", failed > 0 ? "FAILED" : "PASSED")
                .param("passed", passed)
                .param("failed", failed)
                .update();
        jdbc.sql("""
                        insert into standard_trend (account_id, standard_id, at, passed, failed, unknown, no_data, disabled,
                                                    coverage, findings_passed, findings_failed, findings_unknown,
                                                    findings_suppressed, failing_by_severity)
                        values (:account, 'fsbp', :at, :ok, 1 - :ok, 0, 1, 0, 100, :passed, :failed, 0, 0,
                                array[0, 0, 0, 0, :failed])
                        """)
                .param("account", account)
                .param("at", Instants.utc(at))
                .param("ok", failed > 0 ? 0 : 1)
                .param("passed", passed)
                .param("failed", failed)
                .update();
        days.follow(account, List.of(), at);
    }
}
