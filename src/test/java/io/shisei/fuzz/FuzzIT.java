package io.shisei.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.AwsDoor;
import io.shisei.account.Identity;
import io.shisei.finding.Findings;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import io.shisei.test.Description;
import io.shisei.test.FakeSource;
import io.shisei.test.Found;
import io.shisei.test.Requests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Throws malformed, huge, deep and confused requests at every operation of the API and every page. As many as the system
 * property {@code fuzz.requests} says, made from {@code fuzz.seed}; {@code benchmarks/fuzz} sets both.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "shisei.admin-password=" + FuzzIT.PASSWORD,
            // What stays unfinished is waited for as long: the product's own seconds would make minutes of thousands.
            "server.tomcat.connection-timeout=1s",
            "server.tomcat.keep-alive-timeout=1s"
        })
@Import(FakeSource.class)
@DirtiesContext // The database goes with it.
class FuzzIT {

    static final String PASSWORD = "correct-horse-battery";

    private static final Logger LOG = LoggerFactory.getLogger(FuzzIT.class);
    private static final String ACCOUNT = "123456789012";
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int AT_ONCE = 8;
    private static final long LOG_LIMIT = 1 << 20;

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("shisei.data-dir", folder::toString);
    }

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Accounts accounts;

    @Autowired
    FakeSource source;

    @Autowired
    Scanner scanner;

    @Autowired
    Scans scans;

    @Autowired
    Findings findings;

    @MockitoBean
    AwsDoor aws;

    private Wire wire;

    @BeforeEach
    void service() {
        wire = new Wire(port, Duration.ofSeconds(20));
        when(aws.identify(any())).thenReturn(new Identity("210987654321", "aws"));
        when(aws.enabledRegions(any())).thenReturn(FakeSource.REGIONS);
    }

    @Test
    void survivesWhateverIsSent() throws Exception {
        var ids = somethingToAttack();
        var program = Map.of("Authorization", "Bearer " + token());
        var openApi = openApi(program);
        var operations = Operations.all(openApi, mapping);
        assertThat(operations).hasSizeGreaterThan(80);
        var attacks = new Attacks(SEED, operations, ids, program, Browser.login(wire, PASSWORD));
        var judge = new Judge(new Description(openApi));
        try (var log = LogWatch.begin()) {
            attack(attacks, judge);
            LOG.info("Fuzzed with seed {}: {}; {}", SEED, judge, log);
            assertThat(judge.faults()).isEmpty();
            assertThat(log.traces()).isEmpty();
            assertThat(log.characters()).isLessThan(LOG_LIMIT);
        }
        assertThat(wire.send(get("/actuator/health/readiness")).status()).isEqualTo(200);
    }

    /** Side by side, as most of the time of those that stay unfinished is spent waiting. */
    private void attack(Attacks attacks, Judge judge) throws InterruptedException, ExecutionException {
        var left = new AtomicInteger(REQUESTS);
        Callable<Void> share = () -> {
            while (left.getAndDecrement() > 0) {
                var attack = attacks.next();
                judge.judge(attack, wire.send(attack.bytes()));
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : threads.invokeAll(Collections.nCopies(AT_ONCE, share))) {
                done.get();
            }
        }
    }

    /** What cannot even be read as a request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "\r\n\r\n\r\n",
                "GET /api/v1/% HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/accounts/%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /api/v1/accounts?q=<> HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /api/v1/accounts HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET /api/v1/accounts HTTP/1.1\r\n\r\n",
                "GET /api/v1/accounts HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET /api/v1/accounts HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET /api/v1/accounts HTTP/1.1\r\nHost: a\r\nno colon\r\nConnection: close\r\n\r\n",
                "GET /api/v1/accounts HTTP/1.1\r\nHost: a\r\n folded: b\r\nConnection: close\r\n\r\n",
                "POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
                "POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nExpect: what\r\nConnection: close\r\n\r\n",
                "POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: what\r\nConnection: close\r\n\r\n",
                "POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n",
                "TRACE /api/v1/tokens HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "* * *\r\n\r\n"
            })
    void answersWhatIsNoRequest(String bytes) throws IOException {
        try (var log = LogWatch.begin()) {
            var answer = wire.send(bytes.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(answer.hung()).isFalse();
            if (answer.status() != 0) { // Nothing but line ends is not even answered.
                assertThat(answer.status()).isIn(400, 401, 405, 415, 417, 501, 505);
            }
            if (bytes.contains(" /api/") && answer.status() >= 400) {
                assertThat(answer.head()).containsIgnoringCase("content-type: application/problem+json");
                assertThat(answer.body()).contains("\"status\":" + answer.status());
            }
            assertThat(log.traces()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/findings?lang=%",
                "/login?a=%ff",
                "/findings?q=%00",
                "/nowhere?lang=%zz",
                "/css/shisei.css?%u0041=a"
            })
    void answersWhatCannotBeDecodedWithAPage(String path) throws IOException {
        try (var log = LogWatch.begin()) {
            var headers = Map.of("Host", "localhost", "Connection", "close", "Accept", "text/html");
            var answer = wire.send(new Attack("GET", path, headers, new byte[0]).bytes());
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("This request cannot be understood");
            assertThat(log.traces()).isEmpty();
        }
    }

    @Test
    void speaksToBrowsersThatKnowManyLanguages() throws IOException {
        var many = new String(new char[400]).replace("\0", "xx,") + "ja";
        for (var path : List.of("/actuator/health/liveness", "/login")) {
            var headers = Map.of("Host", "localhost", "Connection", "close", "Accept-Language", many);
            assertThat(wire.send(new Attack("GET", path, headers, new byte[0]).bytes())
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"Host, evil.example", "X-Forwarded-Host, evil.example", "X-Forwarded-Host, __${7}__::.x"})
    void leadsNobodyToTheAddressInAHeader(String header, String address) throws IOException {
        for (var path : List.of("/", "/swagger-ui.html", "/v3/api-docs", "/v3/api-docs/swagger-config", "/findings")) {
            var headers = new HashMap<>(Map.of("Host", "localhost", "Connection", "close", "Authorization", basic()));
            headers.put(header, address);
            var answer = wire.send(new Attack("GET", path, headers, new byte[0]).bytes());
            assertThat(answer.status()).isBetween(200, 399);
            assertThat(answer.head() + answer.body()).doesNotContain(address);
        }
    }

    /** An account that was scanned, with a finding that fails; ids to be found are among those that are not. */
    private List<String> somethingToAttack() {
        source.bucket("open", false);
        accounts.save(new Account(new Identity(ACCOUNT, "aws"), "fake", Access.DEFAULT, null, Instant.now()));
        var scan = scanner.start(Requests.scan(ACCOUNT));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> scans.find(scan.id()).orElseThrow().state().ended());
        var finding = Found.active(findings).getFirst();
        return List.of(
                ACCOUNT,
                "210987654321",
                scan.id().toString(),
                finding.id().toString(),
                finding.resource().key().toString(),
                "S3.8",
                "EC2.18",
                "fsbp",
                new Random(SEED).nextLong() + "");
    }

    private tools.jackson.databind.JsonNode openApi(Map<String, String> program) throws IOException {
        var headers = new HashMap<>(program);
        headers.putAll(Map.of("Host", "localhost", "Connection", "close"));
        return JsonMapper.shared()
                .readTree(wire.send(new Attack("GET", "/v3/api-docs", headers, new byte[0]).bytes())
                        .body());
    }

    /** A token, as the many wrong ones of attacks must not lock the right password out. */
    private String token() throws IOException {
        var body = "{\"name\": \"fuzz\"}";
        var headers = Map.of(
                "Host",
                "localhost",
                "Connection",
                "close",
                "Authorization",
                basic(),
                "Content-Type",
                "application/json",
                "Content-Length",
                Integer.toString(body.length()));
        var answer =
                wire.send(new Attack("POST", "/api/v1/tokens", headers, body.getBytes(StandardCharsets.UTF_8)).bytes());
        return JsonMapper.shared().readTree(answer.body()).get("secret").asString();
    }

    private static byte[] get(String path) {
        return new Attack("GET", path, Map.of("Host", "localhost", "Connection", "close"), new byte[0]).bytes();
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
