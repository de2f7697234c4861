package io.shisei.score.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.control.Text;
import io.shisei.database.Instants;
import io.shisei.finding.sum.FindingSums;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import({AccountRanks.class, FindingSums.class})
class AccountRanksTests {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final String BAD = "111111111111";
    private static final String GOOD = "222222222222";
    private static final String NEW = "333333333333";
    private static final ControlId BUCKETS = new ControlId("S3.8");
    private static final Standard FSBP =
            new Standard("fsbp", Text.same("FSBP"), new TreeSet<>(Set.of(BUCKETS)), Map.of(), List.of());

    @Autowired
    AccountRanks ranks;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @MockitoBean
    Clock clock;

    @BeforeEach
    void threeAccounts() {
        when(clock.instant()).thenReturn(NOW);
        var control = mock(Control.class);
        when(control.severity()).thenReturn(Severity.CRITICAL);
        when(controls.find(BUCKETS)).thenReturn(Optional.of(control));
        List.of(NEW, GOOD, BAD).forEach(id -> Rows.account(jdbc, id));
        day(BAD, 9, 8, 2);
        day(BAD, 0, 5, 5);
        day(GOOD, 3, 9, 1);
        Rows.finding(jdbc, UUID.randomUUID(), BAD, "S3.8", "FAILED", "NEW");
        Rows.finding(jdbc, UUID.randomUUID(), BAD, "S3.8", "FAILED", "SUPPRESSED");
        Rows.finding(jdbc, UUID.randomUUID(), BAD, "ECS.1", "FAILED", "NEW"); // no part of the standard
    }

    @Test
    void putsTheWorstFirstAndThoseWithoutScoreLast() {
        var listed = ranks.list(FSBP, Circle.ALL, 10);
        assertThat(listed).extracting(AccountRank::accountId).containsExactly(BAD, GOOD, NEW);
        assertThat(listed.getFirst())
                .isEqualTo(new AccountRank(BAD, 50, -30, 100.0, NOW, false, Map.of(Severity.CRITICAL, 1L)));
        assertThat(listed.get(1)).returns(null, AccountRank::change).returns(true, AccountRank::stale);
        assertThat(listed.getLast()).isEqualTo(new AccountRank(NEW, null, null, null, null, false, Map.of()));
    }

    @Test
    void listsThoseOfAUnitAndNoMoreThanWanted() {
        assertThat(ranks.list(FSBP, Circle.of(Ou.ROOT, List.of(GOOD, NEW)), 10)).hasSize(2);
        assertThat(ranks.list(FSBP, Circle.ALL, 1)).hasSize(1);
    }

    private void day(String account, int ago, int passed, int failed) {
        var at = NOW.minus(Duration.ofDays(ago));
        jdbc.sql("select ensure_month('standard_day', :at)")
                .param("at", Instants.utc(at))
                .query((row, number) -> 1)
                .list();
        jdbc.sql("""
                        insert into standard_day (account_id, standard_id, day, at, passed, failed, unknown, no_data, disabled,
                                                  findings_passed, findings_failed, findings_unknown, findings_suppressed,
                                                  coverage)
                        values (:account, 'fsbp', day_of(:at), :at, :passed, :failed, 0, 0, 0, 0, 0, 0, 0, 100)
                        """)
                .param("account", account)
                .param("at", Instants.utc(at))
                .param("passed", passed)
                .param("failed", failed)
                .update();
    }
}
