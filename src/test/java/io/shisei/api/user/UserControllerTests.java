package io.shisei.api.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.refusal.Refusal;
import io.shisei.security.OwnPassword;
import io.shisei.security.Role;
import io.shisei.security.TooManyAttempts;
import io.shisei.security.user.GivenPassword;
import io.shisei.security.user.Person;
import io.shisei.security.user.UserCode;
import io.shisei.security.user.Users;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class UserControllerTests {

    private static final Person KIM = new Person("kim", Role.OPERATOR, false, ApiTest.NOW);
    private static final String JSON =
            "\"username\": \"kim\", \"role\": \"OPERATOR\", \"ownPassword\": false, \"createdAt\": \"2026-03-01T12:00:00Z\"";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Users users;

    @Autowired
    OwnPassword own;

    Calls api;

    @BeforeEach
    void oneUser() {
        api = new Calls(mvc);
        when(users.get("kim")).thenReturn(KIM);
    }

    @Test
    void addsWithAPasswordThatIsShownOnce() {
        when(users.add("kim", Role.OPERATOR, "admin")).thenReturn(new GivenPassword(KIM, "made up"));
        assertThat(api.post("/users", "{\"username\": \"kim\", \"role\": \"OPERATOR\"}"))
                .hasStatus(HttpStatus.CREATED)
                .hasHeader("Location", "/api/v1/users/kim")
                .bodyJson()
                .isStrictlyEqualTo("{%s, \"password\": \"made up\"}".formatted(JSON));
        assertThat(api.post("/users", "{\"username\": \"kim\"}")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void listsAndShows() {
        when(users.list()).thenReturn(List.of(KIM));
        assertThat(api.get("/users")).bodyJson().isLenientlyEqualTo("{\"items\": [{%s}]}".formatted(JSON));
        assertThat(api.get("/users/kim")).bodyJson().isStrictlyEqualTo("{%s}".formatted(JSON));
        when(users.get("admin")).thenReturn(KIM);
        assertThat(api.get("/users/me")).bodyJson().isStrictlyEqualTo("{%s}".formatted(JSON));
        when(users.get("lee")).thenThrow(new Refusal.Unknown(UserCode.UNKNOWN_USER, "lee"));
        assertThat(api.get("/users/lee")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void saysWhyNot() {
        when(users.changeRole(eq("kim"), any(), any()))
                .thenThrow(new Refusal.Impossible(UserCode.LAST_ADMINISTRATOR, null));
        assertThat(api.patch("/users/kim", "{\"role\": \"READER\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("At least one administrator has to stay.");
        doThrow(new Refusal.Forbidden(UserCode.OWN_USER)).when(users).remove(eq("admin"), any());
        assertThat(api.delete("/users/admin")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api.delete("/users/kim")).hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void givesAndChoosesPasswords() {
        when(users.givePassword("kim", "admin")).thenReturn(new GivenPassword(KIM, "made up"));
        assertThat(api.post("/users/kim/password", ""))
                .bodyJson()
                .isStrictlyEqualTo("{%s, \"password\": \"made up\"}".formatted(JSON));
        var body = "{\"present\": \"made up\", \"password\": \"my own\"}";
        assertThat(api.put("/users/me/password", body)).hasStatus(HttpStatus.NO_CONTENT);
        verify(own).change("admin", "made up", "my own", "127.0.0.1");
        doThrow(TooManyAttempts.failed(Duration.ofSeconds(30))).when(own).change(any(), any(), any(), any());
        assertThat(api.put("/users/me/password", body))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .hasHeader("Retry-After", "30");
    }
}
