package io.shisei.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.Accounts;
import io.shisei.api.Some;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.control.Text;
import io.shisei.coverage.Evaluations;
import io.shisei.database.Instants;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.Counts;
import io.shisei.finding.sum.FindingMoves;
import io.shisei.finding.sum.FindingSums;
import io.shisei.finding.sum.OverdueSums;
import io.shisei.finding.sum.RepairSums;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import({
    TrendRecorder.class,
    TrendHistory.class,
    DailySums.class,
    DailySteps.class,
    FindingMoves.class,
    Scores.class,
    Trends.class,
    FindingSums.class,
    RepairSums.class,
    OverdueSums.class,
    Deadlines.class,
    Accounts.class,
    Evaluations.class
})
class TrendRecorderTests {

    private static final String ACCOUNT = "123456789012";
    private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
    private static final ControlId FAILING = new ControlId("S3.8");
    private static final ControlId EMPTY = new ControlId("RDS.24");
    private static final ControlId OFF = new ControlId("ES.4");
    private static final ControlId UNSEEN = new ControlId("EC2.18");

    @Autowired
    TrendRecorder recorder;

    @Autowired
    Trends trends;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @MockitoBean
    Clock clock;

    @MockitoBean
    SchedulerClient scheduler;

    @BeforeEach
    void fourControlsOfWhichThreeWereEvaluated() {
        when(controls.switches(any())).thenReturn(Map.of(FAILING, true, EMPTY, true, UNSEEN, true, OFF, false));
        when(controls.standards())
                .thenReturn(List.of(new Standard(
                        "fsbp",
                        new Text("FSBP", "FSBP"),
                        new TreeSet<>(Set.of(FAILING, EMPTY, OFF, UNSEEN)),
                        Map.of(),
                        List.of())));
        Rows.account(jdbc, ACCOUNT);
        List.of(FAILING, EMPTY, OFF).forEach(this::evaluated);
        found("PASSED", "NEW");
        found("PASSED", "NEW");
        found("FAILED", "NEW");
        found("WARNING", "NEW");
        found("FAILED", "SUPPRESSED");
    }

    @Test
    void addsAPointForEachControlThatIsOnAndWasEvaluated() {
        record(null);

        assertThat(trends.lines(ACCOUNT, AT, AT.plusSeconds(1)))
                .isEqualTo(Map.of(FAILING, Map.of(AT, new Counts(2, 1, 1, 1)), EMPTY, Map.of(AT, Counts.NONE)));
        assertThat(trends.control(FAILING, ACCOUNT, AT, AT.plusSeconds(1)))
                .containsExactly(new TrendPoint(AT, new Counts(2, 1, 1, 1), 87.5));
        assertThat(trends.standard("fsbp", ACCOUNT, AT, AT.plusSeconds(1)))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("failing")
                .containsExactly(new StandardPoint(AT, 1, 1, 0, 1, 1, 87.5, new Counts(2, 1, 1, 1)));
    }

    @Test
    void keepsHowManyFindingsFailBySeverity() {
        var severe = Some.control(FAILING.value());
        when(controls.find(FAILING)).thenReturn(Optional.of(severe));
        when(controls.all()).thenReturn(List.of(severe));
        record(null);
        Stream.of(ACCOUNT, null)
                .forEach(account -> assertThat(trends.standard("fsbp", account, AT, AT.plusSeconds(1))
                                .getLast()
                                .failing())
                        .containsEntry(severe.severity(), 1L)
                        .containsEntry(Severity.INFORMATIONAL, 0L));
        assertThat(jdbc.sql("select failing_by_severity::text from standard_day where account_id is null")
                        .query(String.class)
                        .single())
                .contains("1");
    }

    @Test
    void keepsHowManyFindingsAreOverdue() {
        when(controls.all()).thenReturn(List.of(Some.control(FAILING.value())));
        jdbc.sql("update finding set failing_since = :since where compliance_status = 'FAILED'")
                .param("since", Instants.utc(AT.minus(Duration.ofDays(8))))
                .update();
        demand(9);
        record(null);
        assertThat(overdue(ACCOUNT)).isZero();

        demand(7);
        recorder.follow(ACCOUNT, Set.of(FAILING), AT.plusSeconds(60));
        assertThat(overdue(ACCOUNT)).isEqualTo(1); // the suppressed one has time
        assertThat(overdue(null)).isEqualTo(1);
        assertThat(trends.standard("fsbp", ACCOUNT, AT, AT.plusSeconds(61))
                        .getLast()
                        .overdue())
                .isEqualTo(1);
        assertThat(jdbc.sql("select overdue from control_day where account_id is null and control_id = 'S3.8'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select findings_overdue from standard_day where account_id is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void demand(int days) {
        jdbc.sql("delete from deadline").update();
        jdbc.sql("insert into deadline (severity, days) values ('HIGH', :days)")
                .param("days", days)
                .update();
    }

    private Long overdue(String account) {
        return trends.control(FAILING, account, AT, AT.plusSeconds(61))
                .getLast()
                .overdue();
    }

    @Test
    void addsThePointsOfAllControlsInOneStatement() {
        record(null);

        assertThat(jdbc.sql("select count(*) as points, count(distinct cmin::text) as statements from control_trend")
                        .query()
                        .singleRow())
                .containsEntry("points", 2L)
                .containsEntry("statements", 1L);
    }

    @Test
    void addsNoPointOfControlsThatTheScanLeftOut() {
        record(Set.of(EMPTY));

        assertThat(trends.lines(ACCOUNT, AT, AT.plusSeconds(1))).containsOnlyKeys(EMPTY);
    }

    @Test
    void addsNoneWhenNothingWasEvaluated() {
        record(Set.of(UNSEEN));

        assertThat(trends.lines(ACCOUNT, AT, AT.plusSeconds(1))).isEmpty();
    }

    @Test
    void followsWhatAnOperatorTookOutOfSight() {
        record(null);
        jdbc.sql("delete from evaluation where control_id = :control")
                .param("control", FAILING.value())
                .update();
        jdbc.sql("update finding set record_state = 'ARCHIVED', archive_reason = 'CONTROL_DISABLED'")
                .update();
        var after = AT.plusSeconds(60);
        recorder.follow(ACCOUNT, Set.of(FAILING), after);

        assertThat(trends.lines(ACCOUNT, after, after.plusSeconds(1)))
                .isEqualTo(Map.of(FAILING, Map.of(after, Counts.NONE)));
        assertThat(trends.control(FAILING, ACCOUNT, after, after.plusSeconds(1)))
                .containsExactly(new TrendPoint(after, Counts.NONE, 100));
        assertThat(trends.standard("fsbp", ACCOUNT, after, after.plusSeconds(1)))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("failing")
                .containsExactly(new StandardPoint(after, 1, 0, 0, 2, 1, 100, Counts.NONE));
    }

    private void record(Set<ControlId> only) {
        recorder.record(ACCOUNT, UUID.randomUUID(), only, 87.5, AT);
    }

    private void evaluated(ControlId control) {
        Rows.evaluation(jdbc, ACCOUNT, "eu-west-1", control.value(), true);
    }

    private void found(String compliance, String workflow) {
        Rows.finding(jdbc, UUID.randomUUID(), ACCOUNT, FAILING.value(), compliance, workflow);
    }
}
