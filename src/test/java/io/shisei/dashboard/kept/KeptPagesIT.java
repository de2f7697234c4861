package io.shisei.dashboard.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.AccountChange;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.account.Registration;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Statements;
import io.shisei.test.Statements.Statement;
import io.shisei.test.Visitor;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page is rendered again only when something has changed. */
@ApplicationTest
class KeptPagesIT {

    private static final String ACCOUNT = "999900006661";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Statements statements;

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    private Visitor visitor;

    @BeforeEach
    void somebody() throws Exception {
        visitor = visitor();
        accounts.save(new Account(new Identity(ACCOUNT, "aws"), "of before", Access.DEFAULT, null, Instant.now()));
    }

    @AfterEach
    void nothingLeft() {
        accounts.findById(ACCOUNT).map(Account::id).ifPresent(registration::delete);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/accounts", "/accounts/" + ACCOUNT, "/controls", "/scans?account=" + ACCOUNT, "/settings"})
    void whatHasNotChangedIsSentAgainWithAnotherToken(String path) {
        // Something in the background may write in between.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var first = visitor.get(path);
            statements.take();
            var again = visitor.get(path);
            assertThat(statements.take()).map(Statement::sql).containsExactly("select pg_current_snapshot()::text");
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(withoutToken(again.body())).isEqualTo(withoutToken(first.body()));
            assertThat(token(again)).isNotEqualTo(token(first));
            assertThat(headers(again)).isEqualTo(headers(first));
        });
    }

    @Test
    void aChangeIsSeenAtOnce() throws Exception {
        for (var round = 0; round < 5; round++) {
            var name = "of round " + round;
            rename(name);
            assertThat(visitor.get("/accounts").body()).contains(name);
            assertThat(visitor.get("/accounts").body()).contains(name);
        }
    }

    @Test
    void eachLanguageHasItsOwn() throws Exception {
        assertThat(visitor.get("/accounts").body()).contains("<html lang=\"en\"");
        visitor.get("/accounts?lang=ja");
        assertThat(visitor.get("/accounts").body()).contains("<html lang=\"ja\"");
        assertThat(visitor().get("/accounts").body()).contains("<html lang=\"en\"");
    }

    @Test
    void formsOfAKeptPageWorkForWhoGetsIt() throws Exception {
        visitor.get("/accounts");
        var other = visitor();
        var page = other.get("/accounts");
        assertThat(post(visitor, "/logout", token(page))).isEqualTo(403);
        assertThat(post(other, "/logout", token(page))).isEqualTo(302);
    }

    @Test
    void aNoticeIsSaidOnce() throws Exception {
        var page = visitor.get("/accounts");
        assertThat(post(visitor, "/sample/remove", token(page))).isEqualTo(302);
        assertThat(visitor.get("/accounts").body()).contains("data-testid=\"notice\"");
        assertThat(visitor.get("/accounts").body()).doesNotContain("data-testid=\"notice\"");
        assertThat(visitor.get("/accounts").body()).doesNotContain("data-testid=\"notice\"");
    }

    @Test
    void anErrorIsNotKept() throws Exception {
        var path = "/accounts/999900006662";
        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
        statements.take();
        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
        assertThat(statements.take()).hasSizeGreaterThan(1);
    }

    @Test
    void isRenderedOnceForAllWhoAskMeanwhile() throws Exception {
        visitor.get("/controls");
        try (var browsers = Executors.newFixedThreadPool(10)) {
            rename("of meanwhile");
            statements.take();
            var asked = browsers.invokeAll(
                    IntStream.range(0, 10).mapToObj(i -> page("/controls")).toList());
            for (var page : asked) {
                assertThat(page.get().statusCode()).isEqualTo(200);
            }
        }
        var scores = statements.take().stream()
                .filter(it ->
                        !it.sql().contains("pg_current_snapshot") && !it.sql().contains("password_hash"));
        assertThat(scores.map(Statement::connection).distinct()).hasSizeLessThan(5);
    }

    private void rename(String name) {
        registration.change(ACCOUNT, new AccountChange(name, null, null, null));
    }

    private Callable<HttpResponse<String>> page(String path) {
        return () -> visitor.get(path);
    }

    private Visitor visitor() throws Exception {
        return Visitor.logIn("http://localhost:" + port, ApplicationTest.PASSWORD);
    }

    private static List<?> headers(HttpResponse<String> answer) {
        return answer.headers().map().entrySet().stream()
                .filter(it -> !it.getKey().equals("date"))
                .toList();
    }

    private static String token(HttpResponse<String> page) {
        return TOKEN.matcher(page.body()).results().findFirst().orElseThrow().group(1);
    }

    private static String withoutToken(String html) {
        return TOKEN.matcher(html).replaceAll("");
    }

    private static int post(Visitor visitor, String path, String token) throws Exception {
        var body = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(visitor.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return visitor.client()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
