package io.shisei.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.control.Text;
import io.shisei.score.ScoreFigures.Figure;
import io.shisei.score.ScoreFigures.InAccount;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import(TrendHistory.class)
class ScoreFiguresTests {

    private static final String ACCOUNT = "111111111111";
    private static final String RETIRED = "222222222222";
    private static final ControlId BUCKETS = new ControlId("S3.8");
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.parse("2026-03-31");
    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");

    @Autowired
    TrendHistory history;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @MockitoBean
    Clock clock;

    private ScoreFigures figures;

    @BeforeEach
    void oneControlAndTwoAccounts() {
        var control = mock(Control.class);
        when(control.id()).thenReturn(BUCKETS);
        when(controls.all()).thenReturn(List.of(control));
        when(controls.standards())
                .thenReturn(List.of(new Standard(
                        "fsbp", new Text("FSBP", "FSBP"), new TreeSet<>(Set.of(BUCKETS)), Map.of(), List.of())));
        when(clock.instant()).thenReturn(NOW);
        figures = new ScoreFigures(jdbc, controls, clock);
        Rows.account(jdbc, ACCOUNT);
        Rows.account(jdbc, RETIRED);
        jdbc.sql("update account set retired_at = now() where id = :id")
                .param("id", RETIRED)
                .update();
        List.of(YESTERDAY, TODAY)
                .forEach(day -> history.ensureMonth(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    @Test
    void areTheLastOfEachControl() {
        control(null, YESTERDAY, "FAILED", 0, 4);
        control(null, TODAY, "FAILED", 3, 1);
        control(ACCOUNT, TODAY, "FAILED", 9, 9);
        assertThat(figures.read().controls())
                .containsExactly(Map.entry("S3.8", new Figure(75, 3, 1, 2, 50, Double.NaN)));
    }

    @Test
    void leaveOutControlsThatAreOff() {
        control(null, YESTERDAY, "FAILED", 0, 4);
        control(null, TODAY, "DISABLED", 0, 0);
        assertThat(figures.read().controls()).isEmpty();
    }

    @Test
    void areTheLastOfEachStandardOverAllAndInEachAccountThatCounts() {
        standard(null, TODAY, 1, 2);
        standard(ACCOUNT, YESTERDAY, 3, 0);
        standard(RETIRED, TODAY, 3, 0);
        assertThat(figures.read().standards())
                .containsExactly(Map.entry("fsbp", new Figure(25, 1, 2, 1, 50, Double.NaN)));
        assertThat(figures.read().accounts())
                .containsExactly(Map.entry(new InAccount(ACCOUNT, "fsbp"), new Figure(75, 3, 0, 1, 50, Double.NaN)));
    }

    @Test
    void tellWhatIsOverdueWhereThereIsADeadline() {
        control(null, TODAY, "FAILED", 3, 1);
        standard(ACCOUNT, TODAY, 3, 0);
        jdbc.sql("update control_day set overdue = 4").update();
        jdbc.sql("update standard_day set findings_overdue = 5").update();
        assertThat(figures.read().controls().get("S3.8").overdue()).isEqualTo(4);
        assertThat(figures.read().accounts().get(new InAccount(ACCOUNT, "fsbp")).overdue())
                .isEqualTo(5);
    }

    @Test
    void areReadOnceAMinute() {
        control(null, YESTERDAY, "FAILED", 1, 1);
        var before = figures.read();
        control(null, TODAY, "PASSED", 2, 0);
        when(clock.instant()).thenReturn(NOW.plusSeconds(59));
        assertThat(figures.read()).isSameAs(before);
        when(clock.instant()).thenReturn(NOW.plusSeconds(60));
        assertThat(figures.read().controls().get("S3.8").score()).isEqualTo(100);
    }

    private void control(@Nullable String account, LocalDate day, String status, int passed, int failed) {
        jdbc.sql("""
                        insert into control_day (account_id, control_id, day, at, status, passed, failed, unknown,
                                                 suppressed, coverage, turned)
                        values (:account, 'S3.8', :day, now(), :status, :passed, :failed, 2, 0, 50, true)
                        """)
                .param("account", account)
                .param("day", day)
                .param("status", status)
                .param("passed", passed)
                .param("failed", failed)
                .update();
    }

    private void standard(@Nullable String account, LocalDate day, int passed, int failed) {
        jdbc.sql("""
                        insert into standard_day (account_id, standard_id, day, at, passed, failed, unknown, no_data,
                                                  disabled, findings_passed, findings_failed, findings_unknown,
                                                  findings_suppressed, coverage)
                        values (:account, 'fsbp', :day, now(), :passed, :failed, 1, 0, 0, 0, 0, 0, 0, 50)
                        """)
                .param("account", account)
                .param("day", day)
                .param("passed", passed)
                .param("failed", failed)
                .update();
    }
}
