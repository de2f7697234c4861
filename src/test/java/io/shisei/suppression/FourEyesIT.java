package io.shisei.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.security.Role;
import io.shisei.security.user.Users;
import io.shisei.test.ApplicationTest;
import io.shisei.test.FakeSource;
import io.shisei.test.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rule that one person makes and another approves. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"shisei.suppression-approval=true", "shisei.admin-password=" + ApplicationTest.PASSWORD})
@Import(FakeSource.class)
@DirtiesContext // The database goes with it.
class FourEyesIT {

    private static final String RULE = """
            {"reason": "By contract", "owner": "four eyes", "controlIds": ["S3.8"],
             "resourcePatterns": ["arn:aws:s3:::four-eyes-*"]}""";

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("shisei.data-dir", folder::toString);
    }

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Suppressions suppressions;

    private final HttpClient program = HttpClient.newHttpClient();
    private String kim = "";
    private String lee = "";
    private String reader = "";

    @BeforeEach
    void threePeople() {
        kim = users.add("kim", Role.OPERATOR, "admin").password();
        lee = users.add("lee", Role.OPERATOR, "admin").password();
        reader = users.add("reader", Role.READER, "admin").password();
    }

    @AfterEach
    void nobodyLeft() {
        users.list().stream()
                .filter(it -> !it.username().equals("admin"))
                .forEach(it -> users.remove(it.username(), "admin"));
    }

    private Visitor visitor(String username, String password) throws Exception {
        return Visitor.logIn("http://localhost:" + port, username, password);
    }

    private HttpResponse<String> post(String path, String body, String username, String password) throws Exception {
        var login = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/suppressions" + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!path.isEmpty()) {
            request.header("If-Match", "\"" + suppression(path).version() + "\"");
        }
        return program.send(request.build(), BodyHandlers.ofString());
    }

    private Suppression suppression(String path) {
        return suppressions.find(UUID.fromString(path.split("/")[1])).orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void theOneWhoMadeTheRuleCannotApproveItAndAnotherCan() throws Exception {
        var made = post("", RULE, "kim", kim);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).get("state").asString()).isEqualTo("PENDING");
        var approval = "/" + json(made).get("id").asString() + "/approve";

        assertThat(post(approval, "{}", "reader", reader).statusCode()).isEqualTo(403);
        assertThat(post(approval, "{}", "kim", kim))
                .returns(403, HttpResponse::statusCode)
                .satisfies(it -> assertThat(it.body()).contains("Someone else has to approve"));
        var approved = post(approval, "{\"note\": \"seen\"}", "lee", lee);
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(json(approved).get("state").asString()).isEqualTo("IN_FORCE");
    }

    @Test
    void pagesOfferTheApprovalToTheOtherAlone() throws Exception {
        var path = "/suppressions/" + json(post("", RULE, "kim", kim)).get("id").asString();
        var maker = visitor("kim", kim).get(path);
        assertThat(maker.body()).contains("kim").doesNotContain("data-testid=\"approve-suppression\"");
        assertThat(visitor("reader", reader).get(path).body())
                .doesNotContain("data-testid=\"approve-suppression\"", "data-testid=\"end-suppression\"");

        var other = visitor("lee", lee);
        var page = other.get(path);
        assertThat(page.body()).contains("data-testid=\"approve-suppression\"");
        var version = suppression(path.replace("/suppressions", "")).version();
        other.post(path + "/approve", "version=" + version + "&note=seen", page);
        assertThat(suppression(path.replace("/suppressions", "")).pendingBy()).isNull();
        users.remove("lee", "admin");
        assertThat(visitor("kim", kim).get(path).body()).contains("lee", "seen");
    }

    @Test
    void theRuleOfOneWhoIsGoneWaitsForTheOthers() throws Exception {
        var approval = "/" + json(post("", RULE, "kim", kim)).get("id").asString() + "/approve";
        users.remove("kim", "admin");
        assertThat(post(approval, "{}", "kim", kim).statusCode()).isEqualTo(401);
        assertThat(post(approval, "{}", "lee", lee).statusCode()).isEqualTo(200);
    }
}
