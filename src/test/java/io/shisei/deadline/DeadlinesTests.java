package io.shisei.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.api.Some;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.refusal.Refusal;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import({Deadlines.class, Accounts.class})
class DeadlinesTests {

    private static final String ACCOUNT = "123456789012";
    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final Deadline HIGH = new Deadline(Severity.HIGH, null, null, 7);
    private static final Deadline HIGH_HERE = new Deadline(Severity.HIGH, null, ACCOUNT, 5);
    private static final Deadline BUCKETS = new Deadline(null, S3_8, null, 3);
    private static final Deadline BUCKETS_HERE = new Deadline(null, S3_8, ACCOUNT, 1);

    @Autowired
    Deadlines deadlines;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @BeforeEach
    void anAccountAndAControl() {
        Rows.account(jdbc, ACCOUNT);
        when(controls.find(S3_8)).thenReturn(Optional.of(Some.control("S3.8")));
    }

    @Test
    void demandNothingAtFirst() {
        assertThat(deadlines.list()).isEmpty();
        assertThat(days(S3_8, ACCOUNT)).isNull();
    }

    @Test
    void ofSeveralTheOneOfTheControlInTheAccountHolds() {
        deadlines.replace(List.of(BUCKETS_HERE, HIGH_HERE, BUCKETS, HIGH));
        assertThat(deadlines.list()).containsExactly(HIGH, BUCKETS, HIGH_HERE, BUCKETS_HERE);
        var other = new ControlId("S3.9");
        assertThat(days(S3_8, ACCOUNT)).isEqualTo(1);
        assertThat(days(S3_8, "210987654321")).isEqualTo(3);
        assertThat(days(other, ACCOUNT)).isEqualTo(5);
        assertThat(days(other, "210987654321")).isEqualTo(7);
        assertThat(deadlines.times().of(other, Severity.LOW, ACCOUNT)).isNull();
        assertThat(deadlines.times().accounts()).containsExactly(ACCOUNT);
    }

    private Long days(ControlId control, String account) {
        var time = deadlines.times().of(control, Severity.HIGH, account);
        return time == null ? null : time.dividedBy(Duration.ofDays(1));
    }

    @Test
    void oneTakesThePlaceOfThatOfTheSame() {
        deadlines.put(HIGH);
        deadlines.put(BUCKETS_HERE);
        deadlines.put(new Deadline(Severity.HIGH, null, null, 14));
        assertThat(deadlines.list()).containsExactly(new Deadline(Severity.HIGH, null, null, 14), BUCKETS_HERE);
        deadlines.remove(Severity.HIGH, null, null);
        deadlines.remove(Severity.HIGH, null, null);
        assertThat(deadlines.list()).containsExactly(BUCKETS_HERE);
    }

    @Test
    void replacingKeepsNoOther() {
        deadlines.put(HIGH);
        deadlines.replace(List.of(BUCKETS));
        assertThat(deadlines.list()).containsExactly(BUCKETS);
        deadlines.replace(List.of());
        assertThat(deadlines.list()).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(refused(List.of(HIGH, HIGH))).isEqualTo("deadlines/1 DEADLINE_TWICE");
        assertThat(refused(List.of(HIGH, new Deadline(null, new ControlId("S3.99"), null, 1))))
                .isEqualTo("deadlines/1/controlId DEADLINE_UNKNOWN_CONTROL");
        assertThat(refused(List.of(new Deadline(Severity.LOW, null, "999999999999", 1))))
                .isEqualTo("deadlines/0/accountId DEADLINE_ACCOUNT_NOT_WATCHED");
        assertThatThrownBy(() -> new Deadline(null, null, null, 1)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> new Deadline(Severity.LOW, S3_8, null, 1)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> new Deadline(Severity.LOW, null, null, 0)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> new Deadline(Severity.LOW, null, null, 3651)).isInstanceOf(Refusal.Invalid.class);
    }

    private String refused(List<Deadline> wanted) {
        try {
            deadlines.replace(wanted);
            return "nothing";
        } catch (Refusal.Invalid refused) {
            return refused.field() + " " + refused.code().name();
        }
    }
}
