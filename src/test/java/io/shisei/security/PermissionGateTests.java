package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shisei.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;

class PermissionGateTests {

    static class Handlers {
        @Needs(Permission.READ)
        void read() {}

        @Needs(Permission.COME_IN)
        void login() {}

        void forgotten() {}
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void letsAdministratorsThrough() throws NoSuchMethodException {
        login("ROLE_ADMIN");
        assertThat(asksFor("read")).isTrue();
    }

    @Test
    void refusesOtherRolesAndStrangers() {
        assertThatExceptionOfType(Refusal.Forbidden.class).isThrownBy(() -> asksFor("read"));
        login("ROLE_GUEST");
        assertThatExceptionOfType(Refusal.Forbidden.class).isThrownBy(() -> asksFor("read"));
    }

    @Test
    void letsStrangersComeIn() throws NoSuchMethodException {
        assertThat(asksFor("login")).isTrue();
    }

    @Test
    void isClosedWhereNothingIsDeclared() {
        login("ROLE_ADMIN");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> asksFor("forgotten"));
    }

    private static void login(String role) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("somebody", null, role));
    }

    private static boolean asksFor(String handler) throws NoSuchMethodException {
        var method = new HandlerMethod(new Handlers(), Handlers.class.getDeclaredMethod(handler));
        return new PermissionGate().preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), method);
    }
}
