package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.database.Moments;
import io.shisei.database.Moments.Moment;
import io.shisei.security.signin.Fingerprints;
import io.shisei.security.signin.ProvenUser;
import io.shisei.security.user.Credentials;
import io.shisei.security.user.Users;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

class SessionLoginsTests {

    private final Users users = mock(Users.class);
    private final Moments moments = mock(Moments.class);
    private final Fingerprints fingerprints = new Fingerprints();
    private final SessionLogins logins = new SessionLogins(users, fingerprints, moments);
    private final MockHttpSession session = new MockHttpSession();
    private final Authentication kim = UsernamePasswordAuthenticationToken.authenticated(
            new ProvenUser("kim", fingerprints.of("hash")), null, Role.ADMINISTRATOR.authorities());

    @BeforeEach
    void kimReads() {
        is("hash", Role.READER);
        at("1:1:");
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    private void is(String hash, Role role) {
        when(users.credentials("kim")).thenReturn(Optional.of(new Credentials("kim", hash, role)));
    }

    private void at(@Nullable String snapshot) {
        when(moments.now()).thenReturn(Optional.ofNullable(snapshot).map(Moment::new));
    }

    /** What a request of the session sees of its login, if it looks. */
    private @Nullable Authentication seen(Authentication login) throws Exception {
        SecurityContextHolder.setDeferredContext(() -> new SecurityContextImpl(login));
        var request = new MockHttpServletRequest();
        request.setSession(session);
        var seen = new AtomicReference<@Nullable Authentication>();
        logins.doFilter(
                request,
                new MockHttpServletResponse(),
                (asked, answer) -> seen.set(SecurityContextHolder.getContext().getAuthentication()));
        return seen.get();
    }

    @Test
    void hasTheRoleOfNow() throws Exception {
        assertThat(seen(kim).getAuthorities()).isEqualTo(Role.READER.authorities());
        assertThat(seen(kim).getName()).isEqualTo("kim");
    }

    @Test
    void isLookedUpWhenSomethingHasChanged() throws Exception {
        seen(kim);
        is("hash", Role.OPERATOR);
        assertThat(seen(kim).getAuthorities()).isEqualTo(Role.READER.authorities());
        verify(users, times(1)).credentials("kim");
        at("2:2:");
        assertThat(seen(kim).getAuthorities()).isEqualTo(Role.OPERATOR.authorities());
    }

    @Test
    void endsWithItsPasswordAndItsUser() throws Exception {
        is("another hash", Role.READER);
        assertThat(seen(kim)).isNull();
        assertThat(seen(kim)).isNull();
        when(users.credentials("kim")).thenReturn(Optional.empty());
        at("2:2:");
        assertThat(seen(kim)).isNull();
    }

    @Test
    void isNotTakenForAnotherLoginOfTheSameSession() throws Exception {
        seen(kim);
        var again = UsernamePasswordAuthenticationToken.authenticated(
                new ProvenUser("kim", fingerprints.of("older hash")), null, Role.ADMINISTRATOR.authorities());
        assertThat(seen(again)).isNull();
    }

    @Test
    void mayNothingWhileTheDatabaseIsAway() throws Exception {
        at(null);
        var away = new DataAccessResourceFailureException("connection refused");
        when(users.credentials("kim")).thenThrow(away);
        var login = seen(kim);
        assertThat(login).isInstanceOf(UncheckedLogin.class);
        assertThat(login.getName()).isEqualTo("kim");
        assertThat(Permission.READ.isOf(login)).isFalse();
    }

    @Test
    void isNotLookedUpForWhoNeedsNoLogin() throws Exception {
        SecurityContextHolder.setDeferredContext(() -> new SecurityContextImpl(kim));
        logins.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {});
        verify(users, never()).credentials(any());
    }
}
