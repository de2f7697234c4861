package io.shisei.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.account.Registration;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Rows;
import io.shisei.test.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callers who hang up in the middle of an answer: it is nobody's fault, and no alarm in the log. */
@ApplicationTest
class HangUpIT {

    private static final String ACCOUNT = "999900006666";

    private static final String SCAN = "00000000-0000-0000-0000-999900006666";

    private static final String BASIC =
            Base64.getEncoder().encodeToString(("admin:" + ApplicationTest.PASSWORD).getBytes(StandardCharsets.UTF_8));

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Visitor visitor;

    @BeforeEach
    void manyFindings() throws Exception {
        visitor = Visitor.logIn("http://localhost:" + port, ApplicationTest.PASSWORD);
        accounts.save(new Account(new Identity(ACCOUNT, "aws"), "hang-ups", Access.DEFAULT, null, Instant.now()));
        Rows.findings(jdbc, ACCOUNT, "S3.8", 1000, "x".repeat(10_000));
        log.list = new CopyOnWriteArrayList<>(); // others write while it is read
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void nothingLeft() {
        root.detachAppender(log);
        registration.delete(ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/findings?pageSize=1000&accountId=" + ACCOUNT,
                "/api/v1/findings/export?format=csv&accountId=" + ACCOUNT,
                "/api/v1/findings/export?format=jsonl&accountId=" + ACCOUNT,
                "/api/v1/findings/export?format=asff&accountId=" + ACCOUNT,
                "/api/v1/findings/export?format=ocsf&accountId=" + ACCOUNT,
                "/findings/export?format=csv&accountId=" + ACCOUNT,
                "/findings?accountId=" + ACCOUNT,
                "/v3/api-docs"
            })
    void areNoAlarm(String path) throws Exception {
        var before = answered();
        hangUpAfterTheFirstByteOf(path);
        await().until(() -> answered() > before);
        assertNoAlarm();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/scans/" + SCAN + "/events",
                "/scans/" + SCAN + "/events",
                "/overview/events?account=" + ACCOUNT
            })
    void areNoAlarmWhereScansAreFollowed(String path) throws Exception {
        jdbc.sql(
                        "insert into scan (id, account_id, trigger, state, queued_at) values (?::uuid, ?, 'MANUAL', 'QUEUED', now())")
                .params(SCAN, ACCOUNT)
                .update();
        hangUpAfterTheFirstByteOf(path);
        assertThat(followers()).isNotZero();
        jdbc.sql("update scan set state = 'RUNNING', started_at = now() where id = ?::uuid")
                .param(SCAN)
                .update();
        await().until(() -> followers() == 0);
        assertNoAlarm();
    }

    private static long followers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(it -> it.getName().startsWith("follower-"))
                .count();
    }

    @Test
    void areNoExcuseForAnExportThatFails() throws Exception {
        Rows.findings(jdbc, ACCOUNT, "no control has this id", 1, "it breaks");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            ask(socket, "/api/v1/findings/export?format=csv&accountId=" + ACCOUNT);
            socket.getInputStream().readAllBytes();
        }
        await().until(() -> !alarms().isEmpty());
        assertThat(alarms()).singleElement().satisfies(it -> {
            assertThat(it.getLevel()).isEqualTo(Level.ERROR);
            assertThat(it.getFormattedMessage()).contains("/api/v1/findings/export breaks off");
        });
    }

    /** Of those who answer; what else goes on says what it will. */
    private List<ILoggingEvent> alarms() {
        return log.list.stream()
                .filter(it -> it.getThreadName().contains("-exec-")
                        || it.getThreadName().startsWith("follower-"))
                .filter(it -> it.getLevel().isGreaterOrEqual(Level.WARN))
                .toList();
    }

    /** Tomcat tells of what went wrong just after all else is over. */
    private void assertNoAlarm() {
        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(alarms()).isEmpty());
    }

    private void hangUpAfterTheFirstByteOf(String path) throws IOException {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096); // so that most of it is yet to be sent
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            ask(socket, path);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.setSoLinger(true, 0); // what is sent from now on is refused
        }
    }

    private void ask(Socket socket, String path) throws IOException {
        socket.getOutputStream()
                .write("""
                GET %s HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Cookie: %s\r
                Authorization: Basic %s\r
                \r
                """.formatted(path, visitor.cookies(), BASIC).getBytes(StandardCharsets.US_ASCII));
    }

    private long answered() {
        return metrics.find("http.server.requests").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
