package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.security.user.AdminPassword;
import io.shisei.security.user.AdminUser;
import io.shisei.security.user.Users;
import io.shisei.test.Description;
import io.shisei.test.MockedServices;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** The API as it is served: over HTTP, with users and tokens in a database. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"db-scheduler.enabled=false", "shisei.admin-password=first password"})
@MockedServices
@DirtiesContext // The database goes with it.
class ServedTests {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"io.shisei.api", "io.shisei.entry", "io.shisei.security", "io.shisei.database"},
            excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    static class Service {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("shisei.data-dir", folder::toString);
    }

    private static @Nullable Description described;

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    private RestTestClient client() {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .entityExchangeResultConsumer(this::check)
                .build();
    }

    private void check(EntityExchangeResult<?> answer) {
        if (!answer.getUrl().getPath().startsWith("/api/")) {
            return;
        }
        var body = answer.getResponseBodyContent();
        assertThat(description()
                        .violations(
                                answer.getMethod().name(),
                                answer.getUrl().getPath(),
                                answer.getStatus().value(),
                                answer.getResponseHeaders().getFirst("Content-Type"),
                                body == null ? "" : new String(body, StandardCharsets.UTF_8)))
                .isEmpty();
    }

    /** Asked for once, while the first password holds. */
    private Description description() {
        if (described == null) {
            described = read();
        }
        return described;
    }

    private Description read() {
        return new Description(JsonMapper.shared()
                .readTree(client().get()
                        .uri("/v3/api-docs")
                        .header("Authorization", basic("first password"))
                        .exchange()
                        .returnResult(byte[].class)
                        .getResponseBody()));
    }

    private int status(String path, String authorization) {
        return client().get()
                .uri(path)
                .header("Authorization", authorization)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes());
    }

    @Test
    void followsThePasswordOfTheEnvironment() {
        assertThat(status("/api/v1/tokens", basic("first password"))).isEqualTo(200);
        new AdminUser(users, new AdminPassword("second password")).afterSingletonsInstantiated();
        assertThat(status("/api/v1/tokens", basic("first password"))).isEqualTo(401);
        assertThat(status("/api/v1/tokens", basic("second password"))).isEqualTo(200);
        new AdminUser(users, new AdminPassword("")).afterSingletonsInstantiated();
        assertThat(status("/api/v1/tokens", basic("second password"))).isEqualTo(200);
        new AdminUser(users, new AdminPassword("first password")).afterSingletonsInstantiated();
    }

    @Test
    void takesATokenUntilItIsRevoked() {
        var issued = client().post()
                .uri("/api/v1/tokens")
                .header("Authorization", basic("first password"))
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"ci\"}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        var bearer = "Bearer " + issued.get("secret");
        assertThat(bearer).matches("Bearer shisei_[A-Za-z0-9_-]{43}");
        assertThat(status("/api/v1/tokens", bearer)).isEqualTo(200);
        client().delete()
                .uri("/api/v1/tokens/" + issued.get("id"))
                .header("Authorization", bearer)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(status("/api/v1/tokens", bearer)).isEqualTo(401);
    }

    @Test
    void showsStrangersOnlyThatItLives() {
        assertThat(status("/actuator/health/liveness", "")).isEqualTo(200);
        assertThat(status("/actuator/health/readiness", "")).isEqualTo(200);
        assertThat(status("/actuator/health", "")).isEqualTo(401);
        assertThat(status("/actuator/prometheus", "")).isEqualTo(401);
        assertThat(status("/v3/api-docs", "")).isEqualTo(401);
        assertThat(status("/v3/api-docs.yaml", "")).isEqualTo(401);
        assertThat(status("/v3/api-docs/swagger-config", "")).isEqualTo(401);
        assertThat(status("/actuator/prometheus", basic("first password"))).isEqualTo(200);
    }

    @Test
    void describesItself() {
        client().get()
                .uri("/v3/api-docs")
                .header("Authorization", basic("first password"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.openapi")
                .isEqualTo("3.1.0")
                .jsonPath("$.components.securitySchemes.bearer.scheme")
                .isEqualTo("bearer")
                .jsonPath("$.components.schemas.Problem.properties.errors.type")
                .isEqualTo("array")
                .jsonPath(
                        "$.paths['/api/v1/iam-policy'].get.responses['200'].content['application/json'].schema['$ref']")
                .isEqualTo("#/components/schemas/IamPolicy")
                .jsonPath("$.paths['/api/v1/findings'].get.parameters[*].name")
                .value(names -> assertThat(names)
                        .asInstanceOf(InstanceOfAssertFactories.list(Object.class))
                        .contains("severity", "resourceId", "pageToken", "q"))
                .jsonPath("$.paths['/api/v1/controls/{controlId}'].get.parameters[0].schema.type")
                .isEqualTo("string")
                .jsonPath("$.components.schemas.FindingDetail.properties.evidence")
                .exists()
                .jsonPath("$.paths['/api/v1/scans'].post.responses['202']")
                .exists()
                .jsonPath("$.components.schemas.ScheduleChange.properties.ous.description")
                .isNotEmpty()
                .jsonPath("$.paths['/api/v1/findings/{id}'].patch.responses.default.content")
                .exists();
    }

    @Test
    void refusesALargeBodyOfUnknownLength() {
        var body = new ByteArrayInputStream(("{\"name\": \"" + "a".repeat(1 << 20) + "\"}").getBytes());
        client().post()
                .uri("/api/v1/tokens")
                .header("Authorization", basic("first password"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new InputStreamResource(body))
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void refusesTextsThatTheDatabaseCannotKeep() {
        client().post()
                .uri("/api/v1/tokens")
                .header("Authorization", basic("first password"))
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"a\\u0000b\"}")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
