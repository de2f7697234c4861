package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.refusal.Refusal;
import io.shisei.security.signin.PasswordLogin;
import io.shisei.security.user.UserCode;
import io.shisei.security.user.Users;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class OwnPasswordTests {

    private final PasswordLogin login = mock(PasswordLogin.class);
    private final Users users = mock(Users.class);
    private final OwnPassword own = new OwnPassword(login, users);

    private void change() {
        own.change("kim", "present", "a password of my own", "10.0.0.1");
    }

    @Test
    void takesWhatWasChosenOnceThePresentOneWasShown() {
        change();
        verify(login).authenticate(argThat(OwnPasswordTests::isKimFromTheAddress));
        verify(users).choosePassword("kim", "a password of my own");
    }

    private static boolean isKimFromTheAddress(Authentication shown) {
        return shown.getName().equals("kim")
                && shown.getCredentials().equals("present")
                && shown.getDetails() instanceof WebAuthenticationDetails web
                && web.getRemoteAddress().equals("10.0.0.1");
    }

    @Test
    void refusesWhereThePresentOneIsWrong() {
        when(login.authenticate(any())).thenThrow(new BadCredentialsException("wrong"));
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(this::change)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("present"));
        verify(users, never()).choosePassword(any(), any());
    }

    @Test
    void letsThoseWaitWhoGuess() {
        var wait = TooManyAttempts.failed(Duration.ofSeconds(30));
        when(login.authenticate(any())).thenThrow(wait);
        assertThatThrownBy(this::change).isSameAs(wait);
        verify(users, never()).choosePassword(any(), any());
    }

    @Test
    void readsNoPresentOneBeforeTheWantedOneCanBeTaken() {
        doThrow(new Refusal.Invalid(UserCode.PASSWORD_TOO_SHORT, "password", 12))
                .when(users)
                .checkPassword(any(), any());
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(this::change);
        verify(login, never()).authenticate(any());
    }
}
