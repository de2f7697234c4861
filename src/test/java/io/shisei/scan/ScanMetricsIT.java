package io.shisei.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.account.Registration;
import io.shisei.test.ApplicationTest;
import io.shisei.test.FakeSource;
import io.shisei.test.Requests;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class ScanMetricsIT {

    private static final String ACCOUNT = "999900003331";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    Scanner scanner;

    @Autowired
    Scans scans;

    @Autowired
    FakeSource source;

    @BeforeEach
    void anAccount() {
        source.reset();
        accounts.save(new Account(
                new Identity(ACCOUNT, "aws"),
                "fake",
                Access.DEFAULT,
                null,
                Instant.now().minus(Duration.ofHours(2))));
    }

    @AfterEach
    void noAccount() {
        source.reset();
        scans.running(ACCOUNT).ifPresent(scan -> scanner.cancel(scan.id()));
        accounts.findById(ACCOUNT).map(Account::id).ifPresent(registration::delete);
    }

    @Test
    void tellsOfUnitsCallsGapsAndTheAgeOfEachAccount(CapturedOutput log) {
        var go = new CountDownLatch(1);
        source.trouble((region, service) -> go.await());
        var scan = scanner.start(Requests.scan(ACCOUNT));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(scrape())
                        .containsPattern("shisei_units\\{state=\"running\"} [1-9]")
                        .containsPattern("shisei_units_oldest_age_seconds (?!0\\.0\\n)")
                        .containsPattern("shisei_account_since_complete_scan_seconds\\{account=\"" + ACCOUNT
                                + "\"} 7\\d\\d\\d"));
        go.countDown();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(scrape())
                        .containsPattern("shisei_units\\{state=\"running\"} 0")
                        .containsPattern("shisei_units\\{state=\"done\"} [1-9]")
                        .containsPattern("shisei_calls_total\\{service=\"s3\"} [1-9]")
                        .contains("shisei_retries_total{service=\"s3\"}")
                        .contains("shisei_throttles_total{service=\"s3\"}")
                        .contains("shisei_gaps_total{service=\"s3\"}")
                        .contains("shisei_control_score{control=\"S3.8\"}")
                        .contains("shisei_standard_controls{standard=\"fsbp\",status=\"failed\"}")
                        .contains("shisei_schedule_runs_total{outcome=\"missed\"}")
                        .contains("shisei_schedule_starts_total{outcome=\"skipped_running\"}")
                        .containsPattern("shisei_account_since_complete_scan_seconds\\{account=\"" + ACCOUNT
                                + "\"} \\d{1,2}\\."));
        assertThat(log)
                .containsPattern("Unit ended: scan=" + scan.id() + " region=eu-west-1 services=[A-Za-z0-9,]+"
                        + " resources=\\d+ calls=[1-9]\\d* gaps=0 attempt=1 seconds=[0-9.]+ done");
    }

    private String scrape() throws Exception {
        var login = Base64.getEncoder()
                .encodeToString(("admin:" + ApplicationTest.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/prometheus"))
                .header("Authorization", "Basic " + login)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
