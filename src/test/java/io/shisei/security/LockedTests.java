package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.shisei.database.Moments;
import io.shisei.security.user.Credentials;
import io.shisei.security.user.Users;
import io.shisei.test.HeldToDescription;
import io.shisei.test.MockedServices;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API and some pages behind the real locks; users and tokens are told. */
@WebMvcTest(
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.shisei\\.(api|entry|security)\\..*"))
@Import({LockedTests.Pages.class, LockedTests.Time.class, HeldToDescription.class})
@MockedServices
@MockitoBean(types = {Moments.class, Tokens.class, Users.class})
class LockedTests {

    private static final Set<String> PUBLIC =
            Set.of("/login", "/actuator/health/liveness", "/actuator/health/readiness");

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** Stands for the pages of other packages. */
    @RestController
    static class Pages {
        @Needs(Permission.COME_IN)
        @GetMapping({
            "/",
            "/login",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/health/readiness",
            "/actuator/prometheus",
            "/v3/api-docs/swagger-config",
            "/swagger-ui/index.html"
        })
        String page() {
            return "page";
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Autowired
    Users users;

    @Autowired
    Tokens tokens;

    @BeforeEach
    void oneUserAndOneToken() {
        when(users.credentials("admin"))
                .thenReturn(Optional.of(new Credentials("admin", "{noop}right", Role.ADMINISTRATOR)));
        when(tokens.owner("shisei_right")).thenReturn(Optional.of(new Tokens.Owner("admin", Role.ADMINISTRATOR)));
    }

    @Test
    void letsNobodyInWithoutALogin() {
        var open = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> methods(mapping.getMethodsCondition().getMethods())
                                .map(method -> method + " " + path)))
                .filter(call -> answersToStrangers(call.split(" ")[0], call.split(" ")[1]))
                .map(call -> call.split(" ")[1])
                .distinct();
        assertThat(open).containsExactlyInAnyOrderElementsOf(PUBLIC);
    }

    private static Stream<HttpMethod> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? Stream.of(HttpMethod.GET, HttpMethod.POST)
                : methods.stream().map(RequestMethod::asHttpMethod);
    }

    private boolean answersToStrangers(String method, String path) {
        var url = path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var status = mvc.method(HttpMethod.valueOf(method))
                .uri(url)
                .with(csrf())
                .exchange()
                .getResponse()
                .getStatus();
        return status != 401 && status != 302;
    }

    @Test
    void tellsProgramsHowToLogIn() {
        assertThat(mvc.get().uri("/api/v1/accounts"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentType("application/problem+json")
                .hasHeader("WWW-Authenticate", "Basic realm=\"Shisei\", charset=\"UTF-8\"")
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:shisei:problem:unauthenticated");
    }

    @Test
    void sendsPeopleToTheLogin() {
        assertThat(mvc.get().uri("/").accept("text/html")).hasRedirectedUrl("/login");
        assertThat(mvc.get().uri("/swagger-ui/index.html").accept("text/html")).hasRedirectedUrl("/login");
    }

    @Test
    void sendsTheWholePageToTheLoginWhenAFragmentWasAskedFor() {
        assertThat(mvc.get().uri("/").header("HX-Request", "true"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("HX-Redirect", "/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/accounts", "/actuator/prometheus", "/v3/api-docs"})
    void takesBasicAndTokensFromPrograms(String path) {
        assertThat(mvc.get().uri(path).with(httpBasic("admin", "right"))).hasStatusOk();
        assertThat(mvc.get().uri(path).header("Authorization", "bearer shisei_right"))
                .hasStatusOk();
        assertThat(mvc.get().uri(path).with(httpBasic("admin", "wrong"))).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.get().uri(path).with(httpBasic("root", "right"))).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.get().uri(path).header("Authorization", "Bearer shisei_wrong"))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.get().uri(path).header("Authorization", "Basic !")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void keepsNoSessionOfPrograms() {
        var answer = mvc.get()
                .uri("/api/v1/accounts")
                .with(httpBasic("admin", "right"))
                .exchange();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void tellsPeopleWhenTheirPasswordCouldNotBeLookedUp() {
        when(users.credentials("admin")).thenThrow(new DataAccessResourceFailureException("connection refused"));
        assertThat(login("right", true)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void takesNoBasicOnPages() {
        assertThat(mvc.get().uri("/").with(httpBasic("admin", "right"))).hasRedirectedUrl("/login");
    }

    @Test
    void takesWritesOfProgramsWithoutACsrfToken() {
        assertThat(mvc.post().uri("/api/v1/accounts").with(httpBasic("admin", "right")))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void slowsDownProgramsThatGuess() {
        for (var i = 0; i < 5; i++) {
            assertThat(basic("guess" + i, "10.0.0.1")).hasStatus(HttpStatus.UNAUTHORIZED);
        }
        assertThat(basic("right", "10.0.0.1"))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .hasContentType("application/problem+json")
                .headers()
                .containsHeader("Retry-After");
        assertThat(basic("right", "10.0.0.2")).hasStatusOk();
    }

    @Test
    void slowsDownProgramsThatGuessTokens() {
        for (var i = 0; i < 5; i++) {
            assertThat(bearer("shisei_" + i, "10.0.0.3")).hasStatus(HttpStatus.UNAUTHORIZED);
        }
        assertThat(bearer("shisei_5", "10.0.0.3")).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(basic("right", "10.0.0.3")).hasStatusOk();
    }

    @Test
    void slowsDownPeopleWhoGuess() {
        for (var i = 0; i < 5; i++) {
            assertThat(login("guess" + i, true, "10.0.0.4")).hasRedirectedUrl("/login?error");
        }
        assertThat(login("right", true, "10.0.0.4"))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .headers()
                .containsHeader("Retry-After");
        assertThat(login("right", true, "10.0.0.5")).hasRedirectedUrl("/");
    }

    private MvcTestResult basic(String password) {
        return basic(password, "127.0.0.1");
    }

    private MvcTestResult basic(String password, String address) {
        return mvc.get()
                .uri("/api/v1/accounts")
                .with(httpBasic("admin", password))
                .with(from(address))
                .exchange();
    }

    private MvcTestResult bearer(String token, String address) {
        return mvc.get()
                .uri("/api/v1/accounts")
                .header("Authorization", "Bearer " + token)
                .with(from(address))
                .exchange();
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void logsPeopleIn() {
        assertThat(login("right", true)).hasRedirectedUrl("/");
        assertThat(login("wrong", true)).hasRedirectedUrl("/login?error");
        assertThat(mvc.post().uri("/logout").with(csrf()).with(user("admin"))).hasRedirectedUrl("/login?logout");
    }

    @Test
    void wantsACsrfTokenOfPeople() {
        assertThat(login("right", false)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri("/logout").with(user("admin"))).hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult login(String password, boolean withCsrf) {
        return login(password, withCsrf, "127.0.0.1");
    }

    private MvcTestResult login(String password, boolean withCsrf, String address) {
        var login = mvc.post()
                .uri("/login")
                .param("username", "admin")
                .param("password", password)
                .with(from(address));
        return (withCsrf ? login.with(csrf()) : login).exchange();
    }

    @Test
    void forbidsBrowsersWhatPagesDoNotNeed() {
        var answer = assertThat(mvc.get().uri("/login").exchange()).hasStatusOk();
        answer.hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                                + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
    }

    @Test
    void letsSwaggerUiStyleItself() {
        assertThat(mvc.get().uri("/swagger-ui/index.html").with(user("admin")))
                .hasStatusOk()
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policies -> assertThat(policies.getFirst())
                                .contains("script-src 'self'; style-src 'self' 'unsafe-inline';"));
    }

    @Test
    void saysThatTheDatabaseIsDown() {
        when(users.credentials("admin")).thenThrow(new DataAccessResourceFailureException("connection refused"));
        when(tokens.owner("shisei_right")).thenThrow(new DataAccessResourceFailureException("connection refused"));
        assertThat(basic("right")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(mvc.get().uri("/api/v1/accounts").header("Authorization", "Bearer shisei_right"))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void answersAProblemForUrlsThatAreRefused() {
        assertThat(mvc.get().uri("/api/v1/accounts;x=y"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentType("application/problem+json");
    }

    @Test
    void readsNoLargeBodies() {
        assertThat(mvc.post()
                        .uri("/api/v1/accounts")
                        .with(httpBasic("admin", "right"))
                        .contentType("application/json")
                        .content("{\"name\": \"" + "a".repeat(1 << 20) + "\"}"))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
                .hasContentType("application/problem+json");
    }
}
