package io.shisei.scan.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mockingDetails;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.refusal.Told;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanRequest;
import io.shisei.scan.ScanSettings;
import io.shisei.scan.ScanState;
import io.shisei.test.DatabaseTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import({Accounts.class, Admission.class, ScanLedger.class, AdmissionTests.Two.class})
class AdmissionTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    Admission admission;

    @Autowired
    ScanLedger ledger;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    SchedulerClient scheduler;

    private List<UUID> scans;

    @TestConfiguration
    static class Two {
        @Bean
        ScanSettings settings() {
            return new ScanSettings(2, Duration.ofSeconds(60));
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @BeforeEach
    void fiveScansAskedForOneAfterTheOther() {
        scans = IntStream.range(0, 5)
                .mapToObj(i -> queued(i, Scan.Trigger.MANUAL))
                .toList();
        admission.admit();
    }

    @Test
    void letsTheFirstBeginAndTheOthersWait() {
        assertThat(scheduled()).containsExactlyElementsOf(scans.subList(0, 2));
        assertThat(admission.admitted(scans.get(1))).isTrue();
        assertThat(admission.admitted(scans.get(2))).isFalse();
    }

    /** A plan that chooses anew for each row of the table would find the next scan each time. */
    @Test
    void letsNoMoreInWhateverThePlanOfTheDatabase() {
        List.of("hashjoin", "mergejoin", "hashagg", "sort", "material", "indexscan", "bitmapscan")
                .forEach(way -> jdbc.sql("set local enable_" + way + " = off").update());
        scans.subList(0, 2).forEach(id -> ledger.end(id, ScanState.CANCELLED, null, NOON));
        clearInvocations(scheduler);
        admission.admit();
        assertThat(scheduled()).containsExactlyElementsOf(scans.subList(2, 4));
    }

    @Test
    void letsTheNextBeginWhenOneHasEnded() {
        ledger.begin(scans.get(0), List.of("eu-west-1"), NOON);
        clearInvocations(scheduler);
        admission.admit();
        assertThat(scheduled()).isEmpty();
        ledger.end(scans.get(0), ScanState.COMPLETED, null, NOON);
        admission.admit();
        assertThat(scheduled()).containsExactly(scans.get(2));
    }

    @Test
    void passesOverWhatWasCancelledWhileItWaited() {
        ledger.end(scans.get(2), ScanState.CANCELLED, null, NOON);
        ledger.end(scans.get(1), ScanState.FAILED, Told.same("no role"), NOON);
        clearInvocations(scheduler);
        admission.admit();
        assertThat(scheduled()).containsExactly(scans.get(3));
    }

    @Test
    void leavesRecordingsToTheirOwnThread() {
        var replayed = queued(-1, Scan.Trigger.SAMPLE);
        ledger.end(scans.get(0), ScanState.COMPLETED, null, NOON);
        clearInvocations(scheduler);
        admission.admit();
        assertThat(scheduled()).containsExactly(scans.get(2));
        assertThat(admission.admitted(replayed)).isFalse();
    }

    private UUID queued(int second, Scan.Trigger trigger) {
        var account = "99990000001" + (second + 1);
        accounts.save(new Account(new Identity(account, "aws"), "a", Access.DEFAULT, null, NOON));
        var id = UUID.randomUUID();
        ledger.queue(id, new ScanRequest(account, null, null, trigger, null), NOON.plusSeconds(second));
        return id;
    }

    private List<UUID> scheduled() {
        return mockingDetails(scheduler).getInvocations().stream()
                .map(call -> UUID.fromString(((TaskInstance<?>) call.getArgument(0)).getId()))
                .sorted(Comparator.comparing(scans::indexOf))
                .toList();
    }
}
