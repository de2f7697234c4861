package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberingPasswordEncoderTests {

    private final PasswordEncoder slow = mock(PasswordEncoder.class);
    private final Clock clock = mock(Clock.class);
    private final PasswordEncoder passwords = new RememberingPasswordEncoder(slow, clock);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @BeforeEach
    void oneMatch() {
        when(clock.instant()).thenAnswer(call -> now);
        when(slow.matches("right", "hash")).thenReturn(true);
    }

    @Test
    void asksOnceInFiveMinutes() {
        assertThat(passwords.matches("right", "hash")).isTrue();
        assertThat(passwords.matches("right", "hash")).isTrue();
        verify(slow, times(1)).matches("right", "hash");
        now = now.plus(Duration.ofMinutes(5));
        assertThat(passwords.matches("right", "hash")).isTrue();
        verify(slow, times(2)).matches("right", "hash");
    }

    @Test
    void neverRemembersWhatIsWrong() {
        assertThat(passwords.matches("wrong", "hash")).isFalse();
        assertThat(passwords.matches("wrong", "hash")).isFalse();
        verify(slow, times(2)).matches("wrong", "hash");
    }

    @Test
    void forgetsWhenThePasswordIsChanged() {
        passwords.matches("right", "hash");
        assertThat(passwords.matches("right", "other hash")).isFalse();
    }
}
