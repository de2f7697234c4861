package io.shisei.finding.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.database.Instants;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Old months go, but what explains findings as they are now stays. */
@DatabaseTest
@Import(TransitionHistory.class)
class TransitionHistoryTests {

    private static final String ACCOUNT = "123456789012";
    private static final UUID FAILING = new UUID(0, 1);
    private static final UUID PASSING = new UUID(0, 2);
    private static final UUID GONE = new UUID(0, 3);
    private static final Instant JANUARY = Instant.parse("2026-01-10T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-10T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-10T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    @Autowired
    TransitionHistory history;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void threeFindings() {
        Rows.account(jdbc, ACCOUNT);
        Rows.finding(jdbc, FAILING, ACCOUNT, "S3.8", "FAILED", "NOTIFIED");
        Rows.finding(jdbc, PASSING, ACCOUNT, "S3.8", "PASSED", "RESOLVED");
        Rows.finding(jdbc, GONE, ACCOUNT, "S3.8", "FAILED", "NEW", "RESOURCE_GONE");
        jdbc.sql("update finding set failing_since = :since where id = :id")
                .param("since", Instants.utc(FEBRUARY))
                .param("id", FAILING)
                .update();
    }

    @Test
    void keepsWhatMadeEachStatusAndAllSinceItFails() {
        happened(FAILING, JANUARY, "COMPLIANCE_STATUS", "PASSED");
        happened(FAILING, FEBRUARY, "COMPLIANCE_STATUS", "FAILED");
        happened(FAILING, MARCH, "COMPLIANCE_STATUS", "WARNING");
        happened(FAILING, MARCH.plusSeconds(1), "COMPLIANCE_STATUS", "FAILED");
        happened(FAILING, JANUARY, "WORKFLOW_STATUS", "NOTIFIED");
        assertThat(history.dropBefore(JUNE)).isEqualTo(1);
        assertThat(kept()).containsExactly("1 NOTIFIED", "1 FAILED", "1 WARNING", "1 FAILED");
    }

    @Test
    void forgetsWhatExplainsNothingAnyMore() {
        happened(PASSING, JANUARY, "COMPLIANCE_STATUS", "FAILED");
        happened(PASSING, FEBRUARY, "COMPLIANCE_STATUS", "PASSED");
        happened(GONE, FEBRUARY, "COMPLIANCE_STATUS", "FAILED");
        assertThat(history.dropBefore(JUNE)).isEqualTo(2);
        assertThat(kept()).containsExactly("2 PASSED");
        assertThat(history.months())
                .extracting(month -> month.first().toString())
                .containsExactly("2026-02-01");
    }

    @Test
    void leavesAMonthAloneThatExplainsAsAWhole() {
        happened(PASSING, FEBRUARY, "COMPLIANCE_STATUS", "PASSED");
        var before = jdbc.sql("select 'transition_2026_02'::regclass::oid")
                .query(Long.class)
                .single();
        assertThat(history.dropBefore(JUNE)).isZero();
        assertThat(jdbc.sql("select 'transition_2026_02'::regclass::oid")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void keepsYoungerMonthsWhole() {
        happened(GONE, FEBRUARY, "COMPLIANCE_STATUS", "FAILED");
        happened(GONE, MARCH, "RECORD_STATE", "ARCHIVED");
        assertThat(history.dropBefore(MARCH)).isEqualTo(1);
        assertThat(kept()).containsExactly("3 ARCHIVED");
    }

    @Test
    void isNoNewsOfWhatItKeeps() {
        happened(FAILING, FEBRUARY, "COMPLIANCE_STATUS", "FAILED");
        happened(GONE, FEBRUARY, "COMPLIANCE_STATUS", "FAILED");
        jdbc.sql("update transition set cause = 'FOUND', was = 'NONE', became = 'FAILED'")
                .update();
        assertThat(history.dropBefore(JUNE)).isEqualTo(1);
        assertThat(kept()).containsExactly("1 FAILED");
        assertThat(jdbc.sql("select count(*) from finding_move")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void happened(UUID finding, Instant at, String what, String to) {
        TransitionHistory.TRANSITION.ensureMonth(jdbc, at);
        jdbc.sql("""
                        insert into transition (finding_id, account_id, control_id, at, what, to_value, reason)
                        values (:finding, :account, 'S3.8', :at, :what, :to, '')
                        """)
                .param("finding", finding)
                .param("account", ACCOUNT)
                .param("at", Instants.utc(at))
                .param("what", what)
                .param("to", to)
                .update();
    }

    private List<String> kept() {
        return jdbc.sql("select right(finding_id::text, 1) || ' ' || to_value from transition order by at, id")
                .query(String.class)
                .list();
    }
}
