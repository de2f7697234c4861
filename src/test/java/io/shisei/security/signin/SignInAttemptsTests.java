package io.shisei.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.security.TooManyAttempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInAttemptsTests {

    private static final String HERE = Networks.of("192.0.2.1");
    private static final long ADMIN = 1;

    private final Clock clock = mock(Clock.class);
    private final SignInAttempts attempts = new SignInAttempts(clock);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private long guessed;

    @BeforeEach
    void startClock() {
        when(clock.instant()).thenAnswer(call -> now);
    }

    private Guess guess(String network, long name) {
        return new Guess(network, name, ++guessed);
    }

    private void fail(int times, String network, long name) {
        for (var i = 0; i < times; i++) {
            attempts.failed(guess(network, name));
        }
    }

    private void assertAdmitted(String network, long name) {
        assertThatNoException().isThrownBy(() -> attempts.admit(guess(network, name)));
    }

    private void assertPaused(String network, long name, int seconds) {
        assertThatThrownBy(() -> attempts.admit(guess(network, name))).hasMessageContaining(" " + seconds + " s");
    }

    @Test
    void pausesLongerWithEachFailureFromTheFifthOn() {
        fail(4, HERE, ADMIN);
        assertAdmitted(HERE, ADMIN);
        for (var pause : new int[] {30, 60, 120, 240, 300, 300}) {
            fail(1, HERE, ADMIN);
            assertPaused(HERE, ADMIN, pause);
            now = now.plusSeconds(pause);
            assertAdmitted(HERE, ADMIN);
        }
    }

    @Test
    void countsRandomNamesToo() {
        for (var name = 100; name < 105; name++) {
            fail(1, HERE, name);
        }
        assertPaused(HERE, ADMIN, 30);
        assertPaused(HERE, 105, 30);
    }

    @Test
    void takesANetworkOfIpv6ForOneCaller() {
        for (var i = 1; i <= 5; i++) {
            fail(1, Networks.of("2001:db8:1:2:0:0:0:" + i), ADMIN);
        }
        assertPaused(Networks.of("2001:db8:1:2:ffff:0:0:9"), ADMIN, 30);
        assertAdmitted(Networks.of("2001:db8:1:3:0:0:0:1"), ADMIN);
    }

    @Test
    void locksNobodyOutWhoComesFromElsewhere() {
        for (var i = 0; i < 200; i++) {
            fail(5, Networks.of("198.51.100." + i), ADMIN);
        }
        assertAdmitted(HERE, ADMIN);
    }

    @Test
    void leavesOneGuessPerNetworkAtANameThatIsGuessedAtFromEverywhere() {
        for (var i = 0; i < 30; i++) {
            fail(1, Networks.of("198.51.100." + i), ADMIN);
        }
        fail(1, HERE, ADMIN);
        assertPaused(HERE, ADMIN, 30);
        assertAdmitted(HERE, 2);
        now = now.plus(Duration.ofMinutes(15));
        fail(1, HERE, ADMIN);
        assertAdmitted(HERE, ADMIN);
    }

    @Test
    void countsTheSameWrongPasswordOnce() {
        var old = guess(HERE, ADMIN);
        for (var i = 0; i < 100; i++) {
            attempts.failed(old);
        }
        assertAdmitted(HERE, ADMIN);
    }

    @Test
    void forgetsSlipsAfterASuccessAndAfterAWhile() {
        fail(4, HERE, ADMIN);
        attempts.succeeded(guess(HERE, ADMIN));
        fail(4, HERE, ADMIN);
        assertAdmitted(HERE, ADMIN);
        now = now.plus(Duration.ofMinutes(16));
        fail(1, HERE, ADMIN);
        assertAdmitted(HERE, ADMIN);
    }

    @Test
    void forgetsNoGuessesAtOtherNamesAfterASuccess() {
        fail(5, HERE, 2);
        attempts.succeeded(guess(HERE, ADMIN));
        assertPaused(HERE, 2, 30);
    }

    @Test
    void keepsSoManyNetworksInMemoryAndNoMore() {
        var many = 20_000;
        for (var i = 0; i < many; i++) {
            fail(5, "network " + i, i);
        }
        assertThat(IntStream.range(0, many).filter(i -> isPaused("network " + i)))
                .hasSizeBetween(1, 10_000);
    }

    private boolean isPaused(String network) {
        try {
            attempts.admit(guess(network, ADMIN));
            return false;
        } catch (TooManyAttempts e) {
            return true;
        }
    }
}
