package io.shisei.finding.sum;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.finding.Counts;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(FindingSums.class)
class FindingSumsTests {

    private static final String ONE = "111111111111";
    private static final String OTHER = "222222222222";
    private static final ControlId BUCKETS = new ControlId("S3.8");
    private static final ControlId GROUPS = new ControlId("EC2.18");

    @Autowired
    FindingSums sums;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void twoAccounts() {
        Rows.account(jdbc, ONE);
        Rows.account(jdbc, OTHER);
        found(ONE, BUCKETS, 3);
        found(OTHER, BUCKETS, 2);
        found(OTHER, GROUPS, 1);
    }

    @Test
    void addUpWhatIsFound() {
        assertThat(counts(Circle.of(ONE))).isEqualTo(Map.of(BUCKETS, new Counts(0, 3, 0, 0)));
        assertThat(counts(Circle.ALL))
                .isEqualTo(Map.of(BUCKETS, new Counts(0, 5, 0, 0), GROUPS, new Counts(0, 1, 0, 0)));
    }

    @Test
    void addUpMostAccountsByLeavingOutTheOthers() {
        var retired = "333333333333";
        Rows.account(jdbc, retired);
        found(retired, BUCKETS, 7);
        jdbc.sql("update account set retired_at = now() where id = :id")
                .param("id", retired)
                .update();
        var most = Circle.of(Ou.ROOT, List.of(OTHER, "444444444444"));
        assertThat(sums.of(most.beside(List.of(ONE), null))).isEqualTo(sums.of(most));
        assertThat(most.beside(List.of(ONE, "555555555555"), null).others()).isNull();
    }

    @Test
    void followWhatBecomesOfIt() {
        change("compliance_status = 'PASSED' where account_id = '%s'".formatted(ONE));
        change("workflow_status = 'SUPPRESSED' where control_id = 'EC2.18'");
        assertThat(counts(Circle.ALL))
                .isEqualTo(Map.of(BUCKETS, new Counts(3, 2, 0, 0), GROUPS, new Counts(0, 0, 0, 1)));

        assertThat(sums.of(Circle.ALL).get(GROUPS).hidden()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(sums.of(Circle.of(ONE)).get(BUCKETS).hidden()).isEqualTo(Counts.NONE);

        change("compliance_status = 'NOT_AVAILABLE', workflow_status = 'NEW' where account_id = '%s'".formatted(OTHER));
        assertThat(counts(Circle.of(OTHER)))
                .isEqualTo(Map.of(BUCKETS, new Counts(0, 0, 2, 0), GROUPS, new Counts(0, 0, 1, 0)));

        change("record_state = 'ARCHIVED', archive_reason = 'RESOURCE_GONE' where control_id = 'S3.8'");
        assertThat(counts(Circle.ALL)).isEqualTo(Map.of(GROUPS, new Counts(0, 0, 1, 0)));

        change("record_state = 'ACTIVE', archive_reason = null where account_id = '%s'".formatted(ONE));
        assertThat(counts(Circle.of(ONE))).isEqualTo(Map.of(BUCKETS, new Counts(3, 0, 0, 0)));
    }

    @Test
    void countARetiredAccountForItselfAlone() {
        jdbc.sql("update account set retired_at = now() where id = :id")
                .param("id", OTHER)
                .update();
        assertThat(counts(Circle.of(OTHER))).hasSize(2);
        assertThat(counts(Circle.ALL)).isEqualTo(counts(Circle.of(ONE)));
    }

    @Test
    void forgetAnAccountThatIsErased() {
        jdbc.sql("delete from account where id = :id").param("id", OTHER).update();
        assertThat(counts(Circle.of(OTHER))).isEmpty();
        assertThat(counts(Circle.ALL)).isEqualTo(counts(Circle.of(ONE)));
    }

    @Test
    void areOneRowOfEachControlAgainWhenTheySettle() {
        change("compliance_status = 'PASSED'");
        change("compliance_status = 'WARNING'");
        var before = counts(Circle.ALL);
        sums.settle(ONE);
        sums.settle(OTHER);
        assertThat(counts(Circle.ALL)).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from finding_sum")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);

        change("record_state = 'ARCHIVED', archive_reason = 'RESOURCE_GONE'");
        sums.settle(ONE);
        sums.settle(OTHER);
        assertThat(jdbc.sql("select count(*) from finding_sum")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void areNotMovedByWhatLeavesTheCountsAsTheyAre() {
        var before =
                jdbc.sql("select count(*) from finding_sum").query(Long.class).single();
        change("reason = 'It is open', version = version + 1");
        change("workflow_status = 'NOTIFIED'");
        assertThat(jdbc.sql("select count(*) from finding_sum")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    private Map<ControlId, Counts> counts(Circle circle) {
        return sums.of(circle).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, sum -> sum.getValue().counts()));
    }

    private void change(String what) {
        jdbc.sql("update finding set " + what).update();
    }

    private void found(String account, ControlId control, int times) {
        for (int i = 0; i < times; i++) {
            Rows.finding(jdbc, UUID.randomUUID(), account, control.value(), "FAILED", "NEW");
        }
    }
}
