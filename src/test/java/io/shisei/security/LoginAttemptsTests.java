package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginAttemptsTests {

    private final Clock clock = mock(Clock.class);
    private final LoginAttempts attempts = new LoginAttempts(clock);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @BeforeEach
    void startClock() {
        when(clock.instant()).thenAnswer(call -> now);
    }

    @Test
    void givesFourMoreTries() {
        fail(4);
        assertThat(attempts.pause("admin", "10.0.0.1")).isEmpty();
    }

    @Test
    void pausesAfterFiveFailures() {
        fail(5);
        assertThat(attempts.pause("admin", "10.0.0.1")).contains(Duration.ofSeconds(30));
        assertThat(attempts.pause("admin", "10.0.0.2")).isEmpty();
        assertThat(attempts.pause("other", "10.0.0.1")).isEmpty();
    }

    @Test
    void pausesAgainAfterEachFurtherFailure() {
        fail(5);
        now = now.plusSeconds(30);
        assertThat(attempts.pause("admin", "10.0.0.1")).isEmpty();
        fail(1);
        assertThat(attempts.pause("admin", "10.0.0.1")).isPresent();
    }

    @Test
    void forgetsFailuresAfterAWhileOrAfterASuccess() {
        fail(4);
        now = now.plus(Duration.ofMinutes(16));
        fail(1);
        assertThat(attempts.pause("admin", "10.0.0.1")).isEmpty();
        fail(4);
        attempts.succeeded("admin", "10.0.0.1");
        assertThat(attempts.pause("admin", "10.0.0.1")).isEmpty();
    }

    @Test
    void keepsOnlyTheLatest() {
        fail(5);
        IntStream.range(0, 10_000).forEach(i -> attempts.failed("user" + i, "10.0.0.1"));
        assertThat(attempts.pause("admin", "10.0.0.1")).isEmpty();
    }

    private void fail(int times) {
        IntStream.range(0, times).forEach(i -> attempts.failed("admin", "10.0.0.1"));
    }
}
