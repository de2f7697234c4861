package io.shisei.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.account.Circle;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.control.Text;
import io.shisei.coverage.Evaluations;
import io.shisei.finding.sum.FindingSums;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.RowsRead;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** What stands on the first page of all accounts is not counted when it is asked for, but read of sums. */
@DatabaseTest
@Import({Scores.class, FindingSums.class, Evaluations.class})
class ScoresTests {

    private static final ControlId BUCKETS = new ControlId("S3.8");
    private static final int ACCOUNTS = 20;
    private static final int REGIONS = 15;

    @Autowired
    Scores scores;

    @Autowired
    Evaluations evaluations;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @BeforeEach
    void manyAccounts() {
        var control = mock(Control.class);
        when(control.id()).thenReturn(BUCKETS);
        when(control.severity()).thenReturn(Severity.HIGH);
        when(controls.all()).thenReturn(List.of(control));
        when(controls.switches(any())).thenReturn(Map.of(BUCKETS, true));
        when(controls.standards())
                .thenReturn(List.of(new Standard(
                        "fsbp", new Text("FSBP", "FSBP"), new TreeSet<>(Set.of(BUCKETS)), Map.of(), List.of())));
        for (int account = 0; account < ACCOUNTS; account++) {
            var id = "1234567890%02d".formatted(account);
            Rows.account(jdbc, id);
            for (int region = 0; region < REGIONS; region++) {
                Rows.evaluation(jdbc, id, "region-" + region, BUCKETS.value(), account > 0 || region > 0);
                Rows.finding(jdbc, UUID.randomUUID(), id, BUCKETS.value(), "FAILED", "NEW");
            }
            evaluations.settle(id);
        }
        RowsRead.asIfThereWereMany(jdbc, "evaluation");
    }

    @Test
    void readNoFindingAndHardlyAnyEvaluationOfAllAccounts() {
        assertThat(RowsRead.of(
                        jdbc,
                        "finding",
                        () -> assertThat(failed(scores.standard("fsbp", null))).isEqualTo(ACCOUNTS * REGIONS)))
                .isZero();
        assertThat(RowsRead.of(
                        jdbc,
                        "evaluation",
                        () -> assertThat(scores.standard("fsbp", null).coverage())
                                .isEqualTo(99.6)))
                .isLessThan(5);
        assertThat(RowsRead.of(
                        jdbc,
                        "evaluation",
                        () -> assertThat(evaluations.unread(Circle.ALL, 5)).hasSize(1)))
                .isLessThan(5);
    }

    private static long failed(StandardScore score) {
        return score.severities().get(Severity.HIGH).failedFindings();
    }

    @Test
    void followWhatIsEvaluatedAndForgotten() {
        jdbc.sql("update evaluation set complete = false where region = 'region-1'")
                .update();
        jdbc.sql("delete from evaluation where region = 'region-2'").update();
        assertThat(evaluations.coverage(Circle.ALL)).isEqualTo(92.5); // 259 of 280
        jdbc.sql("delete from account where id = '123456789001'").update();
        assertThat(evaluations.coverage(Circle.ALL)).isEqualTo(92.4); // 246 of 266
    }
}
