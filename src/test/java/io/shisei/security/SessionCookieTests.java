package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.database.Moments;
import io.shisei.security.signin.Greeting;
import io.shisei.security.user.AdminUser;
import io.shisei.security.user.Credentials;
import io.shisei.security.user.Users;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom browsers may show the session to, in each way that the service is reached. */
class SessionCookieTests {

    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    Path folder;

    /** The locks alone. Not a @Configuration: no scan of the whole service may find it. */
    @EnableAutoConfiguration(
            excludeName = {
                "io.shisei.database.embedded.EmbeddedDatabase",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
                "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerMetricsAutoConfiguration",
                "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerActuatorAutoConfiguration"
            })
    @ComponentScan(
            basePackageClasses = Needs.class,
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {Users.class, Tokens.class, AdminUser.class, Greeting.class}),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|IT)(\\$.*)?")
            })
    static class Locks {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Users users() {
            var users = mock(Users.class);
            when(users.credentials("admin"))
                    .thenReturn(Optional.of(new Credentials("admin", "{noop}" + PASSWORD, Role.ADMINISTRATOR)));
            return users;
        }

        @Bean
        Moments moments() {
            return mock(Moments.class);
        }

        @Bean
        Tokens tokens() {
            return mock(Tokens.class);
        }

        @Bean
        LoginPage loginPage() {
            return new LoginPage();
        }
    }

    @RestController
    static class LoginPage {
        @GetMapping("/login")
        @Needs(Permission.COME_IN)
        String token(CsrfToken token) {
            return token.getToken();
        }
    }

    @Test
    void isForHttpsOnlyBehindAProxyThatSpeaksHttps() throws Exception {
        var cookies = cookies(Map.of("server.forward-headers-strategy", "native"), "X-Forwarded-Proto", "https");
        assertThat(cookies).hasSize(2).allMatch(it -> it.endsWith("; Secure; HttpOnly; SameSite=Lax"));
    }

    @Test
    void isForHttpsOnlyWhereTheServiceItselfSpeaksIt() throws Exception {
        var store = keys();
        Map<String, String> tls =
                Map.of("server.ssl.key-store", store.toUri().toString(), "server.ssl.key-store-password", PASSWORD);
        var cookies = cookies(tls, "Accept", "*/*");
        assertThat(cookies).hasSize(2).allMatch(it -> it.endsWith("; Secure; HttpOnly; SameSite=Lax"));
    }

    /** Else the browser would keep the cookie to itself: nobody could log in over plain http. */
    @ParameterizedTest
    @ValueSource(strings = {"native", "none"})
    void isForHttpWhereNobodySpeaksHttps(String strategy) throws Exception {
        var cookies = cookies(Map.of("server.forward-headers-strategy", strategy), "Accept", "*/*");
        assertThat(cookies).hasSize(2).allMatch(it -> it.endsWith("; HttpOnly; SameSite=Lax"));
        assertThat(cookies).noneMatch(it -> it.contains("Secure"));
    }

    @Test
    void believesNoCallerWhoClaimsHttpsUnlessThereIsAProxy() throws Exception {
        assertThat(cookies(Map.of(), "X-Forwarded-Proto", "https")).hasSize(2).noneMatch(it -> it.contains("Secure"));
    }

    /** What is set for the login's form, and then for the session. */
    private List<String> cookies(Map<String, String> settings, String header, String value) throws Exception {
        var tls = settings.containsKey("server.ssl.key-store");
        try (var service = new SpringApplicationBuilder(Locks.class)
                        .properties("server.port=0", "management.endpoint.health.validate-group-membership=false")
                        .run(settings.entrySet().stream()
                                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                                .toArray(String[]::new));
                var browser = HttpClient.newBuilder()
                        .sslContext(tls ? trust(folder.resolve("keys.p12")) : SSLContext.getDefault())
                        .build()) {
            var port = service.getEnvironment().getRequiredProperty("local.server.port");
            var login = URI.create((tls ? "https" : "http") + "://localhost:" + port + "/login");
            var page = browser.send(
                    HttpRequest.newBuilder(login).header(header, value).build(), BodyHandlers.ofString());
            var typed = "username=admin&password=" + PASSWORD + "&_csrf="
                    + URLEncoder.encode(page.body(), StandardCharsets.UTF_8);
            var form = cookie(page.headers().allValues("Set-Cookie"), "shisei-form=");
            var entered = browser.send(
                    HttpRequest.newBuilder(login)
                            .header(header, value)
                            .header("Cookie", form.replaceAll(";.*", ""))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(typed))
                            .build(),
                    BodyHandlers.ofString());
            return List.of(form, cookie(entered.headers().allValues("Set-Cookie"), "JSESSIONID="));
        }
    }

    private static String cookie(List<String> all, String name) {
        return all.stream().filter(it -> it.startsWith(name)).findFirst().orElseThrow();
    }

    private Path keys() throws Exception {
        var store = folder.resolve("keys.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
        return store;
    }

    private static SSLContext trust(Path store) throws Exception {
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
        var context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }
}
