package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.test.ApplicationTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sessions, forms and writes of the whole service, as a browser and as programs see them. */
@ApplicationTest
class SignInIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BASIC = "Basic "
            + Base64.getEncoder()
                    .encodeToString(("admin:" + ApplicationTest.PASSWORD).getBytes(StandardCharsets.UTF_8));

    @LocalServerPort
    int port;

    @Autowired
    ServletWebServerApplicationContext service;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final HttpClient program = HttpClient.newHttpClient();

    @Test
    void makesNoSessionForStrangersAndPrograms() throws Exception {
        var before = sessions().getSessionCounter();
        var kinds = List.of(
                get("/"),
                get("/findings?severity=HIGH"),
                get("/login"),
                get("/login?error"),
                get("/nowhere"),
                get("/error"),
                get("/css/shisei.css"),
                get("/swagger-ui/index.html"),
                get("/actuator/health/liveness"),
                get("/actuator/prometheus"),
                get("/actuator/prometheus").header("Authorization", BASIC),
                get("/v3/api-docs"),
                get("/api/v1/accounts"),
                get("/api/v1/nowhere").header("Authorization", BASIC),
                get("/api/v1/tokens").header("Authorization", BASIC),
                get("/api/v1/tokens").header("Authorization", "Bearer shisei_wrong"),
                form("/login", "username=admin&password=guess"),
                form("/logout", ""),
                form("/scans", "accountId=1"),
                get("/;x"));
        for (var i = 0; i < 1000; i++) {
            program.send(kinds.get(i % kinds.size()).build(), BodyHandlers.discarding());
        }
        assertThat(sessions().getSessionCounter()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tokens", "/api/v1/nowhere", "/actuator/prometheus"})
    void setsNoCookiesForPrograms(String path) throws Exception {
        var answer = send(program, get(path).header("Authorization", BASIC));
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void makesOneSessionForALoginAndEndsItWithTheLogout() throws Exception {
        var before = sessions().getSessionCounter();
        assertThat(logIn("/findings?severity=HIGH")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/findings?severity=HIGH");
        assertThat(sessions().getSessionCounter()).isEqualTo(before + 1);
        var page = send(browser, get("/settings"));
        assertThat(page.statusCode()).isEqualTo(200);
        var out = send(browser, form("/logout", "_csrf=" + token(page)));
        assertThat(out.headers().firstValue("Location").orElseThrow()).endsWith("/login?logout");
        assertThat(send(browser, get("/settings")).statusCode()).isEqualTo(302);
    }

    @Test
    void keepsCookiesFromScriptsAndOtherSites() throws Exception {
        logIn("/");
        send(browser, get("/login"));
        var all = Stream.concat(strangersCookies().stream(), logInAgain().stream())
                .toList();
        assertThat(all)
                .anyMatch(it -> it.startsWith("JSESSIONID="))
                .anyMatch(it -> it.startsWith("shisei-form="))
                .anyMatch(it -> it.startsWith("REDIRECT_URI="))
                .filteredOn(it -> !it.contains("Max-Age=0"))
                .allMatch(it -> it.contains("HttpOnly") && it.contains("SameSite=Lax") && it.contains("Path=/"));
    }

    private List<String> strangersCookies() throws Exception {
        return Stream.of("/findings", "/login")
                .flatMap(path -> send(program, get(path)).headers().allValues("Set-Cookie").stream())
                .toList();
    }

    private List<String> logInAgain() throws Exception {
        var login = send(browser, get("/login"));
        return send(browser, form("/login", credentials(token(login))))
                .headers()
                .allValues("Set-Cookie");
    }

    @Test
    void takesAnotherSessionAtTheLogin() throws Exception {
        logIn("/");
        var before = session();
        logInAgain();
        assertThat(session()).isNotEqualTo(before);
        var fixed = get("/settings").header("Cookie", "JSESSIONID=" + before);
        assertThat(send(program, fixed).statusCode()).isEqualTo(302);
    }

    @Test
    void endsIdleSessionsAfterAnHour() {
        assertThat(sessions().getContext().getSessionTimeout()).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "aHR0cHM6Ly9ldmlsLmV4YW1wbGUv", "Ly9ldmlsLmV4YW1wbGUv", "Lzovey57JQ==", "eDpbXQ=="})
    void goesToNoOtherSiteAfterTheLogin(String cookie) throws Exception {
        var login = send(browser, get("/login"));
        cookies.put(uri("/"), Map.of("Set-Cookie", List.of("REDIRECT_URI=" + cookie + "; Path=/")));
        var answer = send(browser, form("/login", credentials(token(login))));
        assertThat(answer.statusCode()).isEqualTo(302);
        var location = answer.headers().firstValue("Location").orElseThrow();
        // Of this site, or of none: two slashes at the beginning would be another.
        assertThat(location.startsWith(uri("/").toString()) || location.matches("/([^/\\\\].*)?"))
                .as(location)
                .isTrue();
    }

    @Test
    void takesNoFormOfAnotherSite() {
        assertThat(writes().filter(path -> !path.contains(" /api/")))
                .hasSizeGreaterThan(15)
                .allSatisfy(write ->
                        assertThat(send(program, write(write)).statusCode()).isEqualTo(403));
    }

    @Test
    void takesNoWriteOfAnotherSiteAlthoughTheBrowserShowsThePassword() {
        assertThat(apiWrites()).hasSizeGreaterThan(15).allSatisfy(write -> {
            assertThat(status(write, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
            assertThat(status(write, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
            assertThat(status(write, "Origin", "https://evil.example")).isEqualTo(403);
            assertThat(status(write, "Origin", "http://localhost")).isEqualTo(403);
            assertThat(status(write, "Origin", "null")).isEqualTo(403);
        });
    }

    @Test
    void takesOnlyBodiesOfJson() {
        assertThat(apiWrites()).allSatisfy(write -> {
            for (var type : List.of(
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=a",
                    "*/*",
                    "nonsense")) {
                assertThat(send(
                                        program,
                                        write(write, "{}")
                                                .setHeader("Content-Type", type)
                                                .header("Authorization", BASIC))
                                .statusCode())
                        .as(type)
                        .isEqualTo(415);
            }
            assertThat(send(program, write(write, "{}").header("Authorization", BASIC))
                            .statusCode())
                    .isEqualTo(415);
        });
    }

    /** Of what is not there, so that nothing comes of it. */
    @Test
    void takesWritesOfProgramsAndOfItsOwnPages() {
        var nothing = "DELETE /api/v1/tokens/00000000-0000-0000-0000-000000000000";
        assertThat(status(nothing, "Accept", "*/*")).isEqualTo(404);
        assertThat(status(nothing, "Origin", "http://localhost:" + port)).isEqualTo(404);
        assertThat(status(nothing, "Sec-Fetch-Site", "same-origin")).isEqualTo(404);
        var json = write("POST /api/v1/scans", "{\"accountId\": \"999999999999\"}");
        assertThat(send(
                                program,
                                json.header("Content-Type", "application/json; charset=UTF-8")
                                        .header("Authorization", BASIC))
                        .statusCode())
                .isNotIn(403, 415);
    }

    private Stream<String> apiWrites() {
        return writes().filter(write -> write.contains(" /api/"));
    }

    /** Every mapping that may change something, as {@code POST /path}. */
    private Stream<String> writes() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .filter(method -> method != RequestMethod.GET && method != RequestMethod.HEAD)
                                .map(method -> method + " "
                                        + path.replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000000"))));
    }

    private int status(String write, String header, String value) {
        return send(program, write(write).header(header, value).header("Authorization", BASIC))
                .statusCode();
    }

    private HttpRequest.Builder write(String write) {
        return write(write, "");
    }

    private HttpRequest.Builder write(String write, String body) {
        var parts = write.split(" ");
        return get(parts[1]).method(parts[0], body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private HttpResponse<String> logIn(String page) throws Exception {
        send(browser, get(page));
        return send(browser, form("/login", credentials(token(send(browser, get("/login"))))));
    }

    private static String credentials(String token) {
        return "username=admin&password=" + ApplicationTest.PASSWORD + "&_csrf=" + token;
    }

    private static String token(HttpResponse<String> page) {
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        return URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals("JSESSIONID"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private HttpRequest.Builder form(String path, String fields) {
        return get(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Manager sessions() {
        var tomcat = ((TomcatWebServer) service.getWebServer()).getTomcat();
        return ((Context) tomcat.getHost().findChildren()[0]).getManager();
    }
}
