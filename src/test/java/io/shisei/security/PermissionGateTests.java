package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.dashboard.GetPage;
import io.shisei.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;

class PermissionGateTests {

    static class Handlers {
        @Needs(Permission.READ)
        void read() {}

        @Needs(Permission.OPERATE)
        void operate() {}

        @Needs(Permission.ADMINISTER)
        void administer() {}

        @Needs(Permission.COME_IN)
        void login() {}

        @GetPage("/users")
        @Needs(Permission.ADMINISTER)
        String pageForFew() {
            return "";
        }

        void forgotten() {}
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({
        "READER, read, ",
        "READER, operate, NEEDS_OPERATOR",
        "READER, administer, NEEDS_ADMINISTRATOR",
        "OPERATOR, read, ",
        "OPERATOR, operate, ",
        "OPERATOR, administer, NEEDS_ADMINISTRATOR",
        "OPERATOR, pageForFew, NEEDS_ADMINISTRATOR",
        "ADMINISTRATOR, read, ",
        "ADMINISTRATOR, operate, ",
        "ADMINISTRATOR, administer, ",
        "ADMINISTRATOR, pageForFew, "
    })
    void letsEachRoleThroughToWhatItMay(Role role, String handler, @Nullable SecurityCode refusal)
            throws NoSuchMethodException {
        login(role.authorities().getFirst().getAuthority());
        if (refusal == null) {
            assertThat(asksFor(handler)).isTrue();
        } else {
            assertThatExceptionOfType(Refusal.Forbidden.class)
                    .isThrownBy(() -> asksFor(handler))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(refusal));
        }
    }

    @Test
    void saysThatTheDatabaseIsAwayWhereNobodyKnowsTheRole() {
        var away = new DataAccessResourceFailureException("connection refused");
        SecurityContextHolder.getContext().setAuthentication(new UncheckedLogin("somebody", away));
        assertThatThrownBy(() -> asksFor("read")).isSameAs(away);
    }

    @Test
    void refusesOtherRolesAndStrangers() {
        assertThatExceptionOfType(Refusal.Forbidden.class).isThrownBy(() -> asksFor("read"));
        login("ROLE_GUEST");
        assertThatExceptionOfType(Refusal.Forbidden.class).isThrownBy(() -> asksFor("administer"));
        assertThatExceptionOfType(Refusal.Forbidden.class).isThrownBy(() -> asksFor("read"));
    }

    @Test
    void letsStrangersComeIn() throws NoSuchMethodException {
        assertThat(asksFor("login")).isTrue();
    }

    @Test
    void isClosedWhereNothingIsDeclared() {
        login("ROLE_ADMINISTRATOR");
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
