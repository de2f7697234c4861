package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.security.user.Users;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people may with their sessions, passwords and tokens, while others change who they are. */
@ApplicationTest
class PeopleIT {

    private static final String KIM = "kim@example.com";
    private static final String CHOSEN = "a password of my own";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Tokens tokens;

    private final HttpClient program = HttpClient.newHttpClient();
    private String password = "";

    @BeforeEach
    void kimOperates() {
        password = users.add(KIM, Role.OPERATOR, "admin").password();
    }

    @AfterEach
    void nobodyLeft() {
        users.list().stream()
                .filter(it -> !it.username().equals("admin"))
                .forEach(it -> users.remove(it.username(), "admin"));
    }

    private String url() {
        return "http://localhost:" + port;
    }

    private Visitor kim() throws Exception {
        return Visitor.logIn(url(), KIM, password);
    }

    private static String basic(String username, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private String admin() {
        return basic("admin", ApplicationTest.PASSWORD);
    }

    private HttpResponse<String> call(String method, String path, String body, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url() + "/api/v1" + path))
                .header("Authorization", authorization)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return program.send(request.build(), BodyHandlers.ofString());
    }

    private static boolean isLoggedOut(HttpResponse<String> answer) {
        return answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").endsWith("/login");
    }

    @Test
    void aSessionEndsWithTheUser() throws Exception {
        var kim = kim();
        var page = kim.get("/settings");
        assertThat(page.statusCode()).isEqualTo(200);
        users.remove(KIM, "admin");
        assertThat(isLoggedOut(kim.get("/settings"))).isTrue();
        assertThat(isLoggedOut(kim.post("/settings/tokens", "name=late", page))).isTrue();
        assertThat(kim.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        users.add(KIM, Role.ADMINISTRATOR, "admin");
        assertThat(isLoggedOut(kim.get("/settings")))
                .as("a session of another of that name")
                .isTrue();
    }

    @Test
    void aSessionHasTheRoleThatTheUserHasNow() throws Exception {
        var kim = kim();
        assertThat(kim.get("/users").statusCode()).isEqualTo(403);
        users.changeRole(KIM, Role.ADMINISTRATOR, "admin");
        var page = kim.get("/users");
        assertThat(page.statusCode()).isEqualTo(200);
        users.changeRole(KIM, Role.READER, "admin");
        assertThat(kim.get("/users").statusCode()).isEqualTo(403);
        assertThat(kim.post("/users", "username=lee&role=ADMINISTRATOR", page).statusCode())
                .isEqualTo(403);
        assertThat(users.list()).noneMatch(it -> it.username().equals("lee"));
    }

    @Test
    void aSessionEndsWithItsPassword() throws Exception {
        var kim = kim();
        var elsewhere = kim();
        assertThat(kim.get("/settings").body()).contains("data-testid=\"given-password\"");
        var form = kim.get("/password");
        assertThat(kim.post("/password", "present=wrong&password=" + CHOSEN.replace(' ', '+'), form)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/password");
        assertThat(kim.get("/password").body()).contains("id=\"present-problem\"");
        var changed = kim.post("/password", "present=" + password + "&password=" + CHOSEN.replace(' ', '+'), form);
        assertThat(changed.headers().firstValue("Location").orElseThrow()).endsWith("/login?changed");
        assertThat(isLoggedOut(kim.get("/settings"))).isTrue();
        assertThat(isLoggedOut(elsewhere.get("/settings"))).isTrue();
        var again = Visitor.logIn(url(), KIM, CHOSEN);
        assertThat(again.get("/settings").body()).doesNotContain("data-testid=\"given-password\"");
        password = users.givePassword(KIM, "admin").password();
        assertThat(isLoggedOut(again.get("/settings"))).isTrue();
        assertThat(call("GET", "/accounts", "", basic(KIM, CHOSEN)).statusCode())
                .isEqualTo(401);
        assertThat(call("GET", "/accounts", "", basic(KIM, password)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKeptPageIsOfOneUserAndRole() throws Exception {
        var kim = kim();
        var admin = Visitor.logIn(url(), ApplicationTest.PASSWORD);
        for (var i = 0; i < 3; i++) {
            assertThat(admin.get("/settings").body()).contains("data-testid=\"users\"");
            assertThat(kim.get("/settings").body()).contains("Operator").doesNotContain("data-testid=\"users\"");
        }
        users.changeRole(KIM, Role.ADMINISTRATOR, "admin");
        assertThat(kim.get("/settings").body()).contains("data-testid=\"users\"");
        users.changeRole(KIM, Role.READER, "admin");
        assertThat(kim.get("/settings").body()).contains("Reader").doesNotContain("data-testid=\"users\"");
        assertThat(admin.get("/settings").body()).contains("data-testid=\"users\"");
    }

    @Test
    void aTokenMayWhatItsUserMayNow() throws Exception {
        var token = "Bearer " + tokens.issue("of kim", KIM).secret();
        var scan = "{\"accountId\": \"999999999999\"}";
        assertThat(call("POST", "/scans", scan, token).statusCode()).isNotIn(401, 403);
        users.changeRole(KIM, Role.READER, "admin");
        assertThat(call("GET", "/users/me", "", token).body()).contains(KIM, "\"READER\"");
        assertThat(call("POST", "/scans", scan, token))
                .returns(403, HttpResponse::statusCode)
                .satisfies(it -> assertThat(it.body()).contains("Only operators and administrators may do that"));
        users.remove(KIM, "admin");
        assertThat(call("GET", "/accounts", "", token).statusCode()).isEqualTo(401);
        users.add(KIM, Role.ADMINISTRATOR, "admin");
        assertThat(call("GET", "/accounts", "", token).statusCode()).isEqualTo(401);
    }

    @Test
    void eachSeesAndRevokesTheOwnTokens() throws Exception {
        var own = tokens.issue("of kim", KIM).token();
        var other = tokens.issue("of admin", "admin").token();
        var kim = basic(KIM, password);
        assertThat(call("GET", "/tokens", "", kim).body())
                .contains(own.id().toString())
                .doesNotContain(other.id().toString());
        assertThat(call("DELETE", "/tokens/" + other.id(), "", kim).statusCode())
                .isEqualTo(404);
        assertThat(call("DELETE", "/tokens/" + own.id(), "", kim).statusCode()).isEqualTo(204);
        assertThat(call("GET", "/tokens", "", admin()).body())
                .contains(other.id().toString());
        assertThat(call("DELETE", "/tokens/" + other.id(), "", admin()).statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /users, ''",
        "GET, /users/admin, ''",
        "POST, /users, '{\"username\": \"lee\", \"role\": \"ADMINISTRATOR\"}'",
        "PATCH, /users/kim@example.com, '{\"role\": \"ADMINISTRATOR\"}'",
        "POST, /users/admin/password, ''",
        "DELETE, /users/admin, ''"
    })
    void nobodyRaisesTheirOwnRole(String method, String path, String body) throws Exception {
        assertThat(call(method, path, body, basic(KIM, password)))
                .returns(403, HttpResponse::statusCode)
                .satisfies(it -> assertThat(it.body()).contains("Only administrators may do that"));
        assertThat(users.get(KIM).role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void administratorsManagePeopleByTheApi() throws Exception {
        var added = call("POST", "/users", "{\"username\": \"lee\", \"role\": \"READER\"}", admin());
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.headers().firstValue("Location")).hasValue("/api/v1/users/lee");
        assertThat(call("POST", "/users", "{\"username\": \"Lee\", \"role\": \"READER\"}", admin())
                        .statusCode())
                .isEqualTo(422);
        assertThat(call("GET", "/users", "", admin()).body())
                .contains("\"lee\"", "\"kim@example.com\"")
                .doesNotContain("password\"", "hash");
        assertThat(call("PATCH", "/users/lee", "{\"role\": \"OPERATOR\"}", admin())
                        .body())
                .contains("\"OPERATOR\"");
        assertThat(call("PATCH", "/users/lee", "{\"role\": \"ROOT\"}", admin()).statusCode())
                .isEqualTo(400);
        assertThat(call("POST", "/users/" + KIM + "/password", "", admin()).body())
                .contains("\"password\":\"");
        assertThat(call("DELETE", "/users/admin", "", admin()).statusCode()).isEqualTo(403);
        assertThat(call("DELETE", "/users/lee", "", admin()).statusCode()).isEqualTo(204);
        assertThat(call("GET", "/users/lee", "", admin()).statusCode()).isEqualTo(404);
    }

    @Test
    void administratorsManagePeopleByPages() throws Exception {
        var admin = Visitor.logIn(url(), ApplicationTest.PASSWORD);
        var list = admin.get("/users");
        admin.post("/users", "username=lee&role=READER", list);
        assertThat(admin.get("/users").body()).contains("data-testid=\"given\"", "/users/lee");
        assertThat(admin.get("/users").body()).as("is shown once").doesNotContain("data-testid=\"given\"");
        admin.post("/users", "username=LEE&role=ADMINISTRATOR", list);
        assertThat(admin.get("/users").body()).contains("id=\"username-problem\"", "value=\"LEE\"");
        admin.post("/users/lee/role", "role=OPERATOR", list);
        assertThat(admin.get("/users").body()).contains("The role of lee was changed.");
        assertThat(users.get("lee").role()).isEqualTo(Role.OPERATOR);
        assertThat(admin.post("/users/lee/role", "role=ROOT", list).statusCode())
                .isEqualTo(400);
        admin.post("/users/lee/password", "", list);
        assertThat(admin.get("/users").body()).contains("data-testid=\"given\"");
        admin.post("/users/lee/remove", "", list);
        assertThat(admin.get("/users").body()).contains("lee may log in no more.");
        assertThat(users.list()).noneMatch(it -> it.username().equals("lee"));
        assertThat(admin.get("/users/lee").statusCode()).isEqualTo(404);
        admin.post("/users/admin/remove", "", list);
        assertThat(admin.get("/users/admin").body())
                .contains("Another administrator has to do that", "data-testid=\"fixed\"")
                .doesNotContain("data-testid=\"remove-form\"");
        assertThat(admin.get("/password").body())
                .contains("data-testid=\"fixed\"")
                .doesNotContain("data-testid=\"own-password-form\"");
    }

    @Test
    void aTokenAloneChoosesNoPassword() throws Exception {
        var token = "Bearer " + tokens.issue("of kim", KIM).secret();
        var guess = "{\"present\": \"guess\", \"password\": \"%s\"}".formatted(CHOSEN);
        assertThat(call("PUT", "/users/me/password", guess, token))
                .returns(400, HttpResponse::statusCode)
                .satisfies(it -> assertThat(it.body()).contains("#/present"));
        var known = "{\"present\": \"%s\", \"password\": \"%s\"}".formatted(password, CHOSEN);
        assertThat(call("PUT", "/users/me/password", known, token).statusCode()).isEqualTo(204);
        assertThat(call("GET", "/accounts", "", basic(KIM, CHOSEN)).statusCode())
                .isEqualTo(200);
    }
}
