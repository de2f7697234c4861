package io.shisei.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.security.Role;
import io.shisei.security.user.Credentials;
import io.shisei.security.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordLoginTests {

    private final Users users = mock(Users.class);
    private final PasswordEncoder slow = mock(PasswordEncoder.class);
    private final Clock clock = mock(Clock.class);
    private final Fingerprints fingerprints = new Fingerprints();
    private final PasswordLogin login = new PasswordLogin(
            users,
            slow,
            new ProvenPasswords(fingerprints, clock),
            new HashGate(),
            new SignInAttempts(clock),
            fingerprints);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @BeforeEach
    void oneUser() {
        when(clock.instant()).thenAnswer(call -> now);
        passwordOfAdmin("hash");
        when(slow.encode(any())).thenReturn("hash of nobody");
        when(slow.matches("right", "hash")).thenReturn(true);
        when(slow.matches(any(), eq("hash of nobody"))).thenReturn(true);
    }

    private void passwordOfAdmin(String hash) {
        when(users.credentials("admin")).thenReturn(Optional.of(new Credentials("admin", hash, Role.OPERATOR)));
    }

    private Authentication logIn(String username, String password) {
        return login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
    }

    @Test
    void hashesOnceInFiveMinutes() {
        assertThat(logIn("admin", "right").getName()).isEqualTo("admin");
        logIn("admin", "right");
        verify(slow, times(1)).matches("right", "hash");
        now = now.plus(Duration.ofMinutes(5));
        logIn("admin", "right");
        verify(slow, times(2)).matches("right", "hash");
    }

    @Test
    void tellsWhatTheUserMayNow() {
        assertThat(logIn("admin", "right").getAuthorities()).hasToString("[ROLE_OPERATOR]");
        when(users.credentials("admin")).thenReturn(Optional.of(new Credentials("admin", "hash", Role.READER)));
        assertThat(logIn("admin", "right").getAuthorities()).hasToString("[ROLE_READER]");
        when(users.credentials("admin")).thenReturn(Optional.empty());
        assertThatThrownBy(() -> logIn("admin", "right")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void refusesTheOldPassword() {
        logIn("admin", "right");
        passwordOfAdmin("other hash");
        assertThatThrownBy(() -> logIn("admin", "right")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void hashesOnceForNamesThatAreUnknownToo() {
        assertThatThrownBy(() -> logIn("root", "wrong")).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> logIn("admin", "wrong")).isInstanceOf(BadCredentialsException.class);
        verify(slow, times(1)).matches("wrong", "hash of nobody");
        verify(slow, times(1)).matches("wrong", "hash");
    }

    @Test
    void hashesFewGuessesOfABurst() {
        try (var threads = Executors.newFixedThreadPool(20)) {
            IntStream.range(0, 100)
                    .forEach(i -> threads.execute(() -> {
                        try {
                            logIn("admin", "guess" + i);
                        } catch (AuthenticationException expected) {
                            // That is what all of them get.
                        }
                    }));
        }
        var atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        verify(slow, atMost(4 + atOnce)).matches(any(), any());
    }
}
