package io.shisei.api.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.coverage.Coverage;
import io.shisei.coverage.Coverages;
import io.shisei.inventory.Gap;
import io.shisei.refusal.Refusal;
import io.shisei.scan.RegionProgress;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanCode;
import io.shisei.scan.ScanProgress;
import io.shisei.scan.ScanRequest;
import io.shisei.scan.ScanState;
import io.shisei.scan.ScanUnit;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class ScanControllerTests {

    private static final String SCAN = """
            {"id": "00000000-0000-0000-0000-000000000001", "accountId": "123456789012", "trigger": "MANUAL",
             "scheduleId": null, "state": "%s", "regions": null, "controlIds": ["S3.8"], "problem": null,
             "progress": {"done": 1, "total": 2},
             "counts": {"resources": 10, "evaluations": 20, "opened": 3, "closed": 2, "awsCalls": 40, "retries": 4, "throttles": 1},
             "coverage": 50.0, "queuedAt": "2026-03-01T12:00:00Z", "startedAt": "2026-03-01T12:00:00Z",
             "finishedAt": null}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Scanner scanner;

    @Autowired
    Scans scans;

    @Autowired
    Coverages coverages;

    @Autowired
    ScanProgress progress;

    @Autowired
    Accounts accounts;

    Calls api;

    @BeforeEach
    void oneScan() {
        api = new Calls(mvc);
        when(scans.find(Some.ID)).thenReturn(Optional.of(Some.scan(ScanState.RUNNING)));
    }

    @Test
    void startsAScan() {
        var wanted = new ScanRequest(
                Some.ACCOUNT, List.of("us-east-1"), List.of(Some.BUCKETS_PRIVATE), Scan.Trigger.MANUAL, null);
        when(scanner.start(wanted)).thenReturn(Some.scan(ScanState.QUEUED));
        assertThat(api.post("/scans", """
                        {"accountId": "123456789012", "regions": ["us-east-1"], "controlIds": ["S3.8", "S3.8"]}"""))
                .hasStatus(HttpStatus.ACCEPTED)
                .hasHeader("Location", "/api/v1/scans/" + Some.ID)
                .bodyJson()
                .isStrictlyEqualTo(SCAN.formatted("QUEUED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                  | #/accountId
            {"accountId": "1", "controlIds": ["S3.8", "S3"]}    | #/controlIds/1
            {"accountId": "1", "controlIds": []}                | #/controlIds
            {"accountId": "1", "regions": ["x"]}                | #/regions/0
            {"accountId": "1", "region": "us-east-1"}           | #/region
            """)
    void namesTheFieldThatIsWrong(String body, String pointer) {
        assertThat(api.post("/scans", body))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void pointsToTheScanThatRuns() {
        var running =
                new Refusal.Conflict(ScanCode.SCAN_RUNNING, Some.OTHER_ID.toString(), Some.ACCOUNT, Some.OTHER_ID);
        when(scanner.start(any())).thenThrow(running);
        assertThat(api.post("/scans", "{\"accountId\": \"123456789012\"}"))
                .hasStatus(HttpStatus.CONFLICT)
                .hasHeader("Location", "/api/v1/scans/" + Some.OTHER_ID)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"type": "urn:shisei:problem:scan-running",
                         "scan": "/api/v1/scans/00000000-0000-0000-0000-000000000002"}""");
    }

    @Test
    void saysWhyAScanIsImpossible() {
        var impossible = new Refusal.Impossible(ScanCode.ACCOUNT_NOT_WATCHED, "accountId", "1");
        when(scanner.start(any())).thenThrow(impossible);
        assertThat(api.post("/scans", "{\"accountId\": \"1\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"errors": [{"pointer": "#/accountId", "detail": "Account 1 is not being watched."}]}""");
    }

    @Test
    void listsTheScansOfAnAccount() {
        when(accounts.existsById(Some.ACCOUNT)).thenReturn(true);
        when(scans.list(any(), any())).thenReturn(Some.page(Some.scan(ScanState.COMPLETED)));
        assertThat(api.get("/scans?accountId=123456789012"))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [%s]}".formatted(SCAN.formatted("COMPLETED")));
        assertThat(api.get("/scans?accountId=1")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api.get("/scans?state=RUNNING")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void showsWhatCouldNotBeRead() {
        var gap = new Gap("s3:GetBucketPolicy", "AccessDenied", "no");
        when(coverages.of(Some.ID))
                .thenReturn(List.of(new Coverage(
                        "global",
                        "S3",
                        Coverage.State.GAPS,
                        12,
                        9,
                        5,
                        10,
                        1,
                        0,
                        7,
                        2,
                        1,
                        List.of(new Coverage.CountedGap(gap, 2)),
                        ApiTest.NOW,
                        ApiTest.NOW)));
        assertThat(api.get("/scans/" + Some.ID + "/coverage")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"region": "global", "service": "S3", "state": "GAPS", "checks": 12, "completeChecks": 9, "calls": 7, "retries": 2, "throttles": 1, "gaps": [
                 {"action": "s3:GetBucketPolicy", "error": "AccessDenied", "message": "no", "resources": 2}]}]}""");
    }

    @Test
    void showsHowFarItIsInEachRegion() {
        var unit = new ScanUnit("us-east-1", ScanUnit.State.RUNNING, null, ApiTest.NOW, null);
        when(progress.of(any())).thenReturn(List.of(new RegionProgress(unit, List.of(), List.of("EC2", "S3"))));
        assertThat(api.get("/scans/" + Some.ID + "/regions")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"region": "us-east-1", "state": "RUNNING", "problem": null, "finishedAt": null, "read": [],
                            "waiting": ["EC2", "S3"]}]}""");
    }

    @Test
    void cancels() {
        when(scanner.cancel(Some.ID)).thenReturn(Some.scan(ScanState.CANCELLED));
        assertThat(api.post("/scans/" + Some.ID + "/cancel", "")).hasStatus(HttpStatus.ACCEPTED);
        verify(scanner).cancel(Some.ID);
    }

    @Test
    void knowsNoOtherScan() {
        when(scanner.cancel(Some.OTHER_ID)).thenThrow(new Refusal.Unknown(ScanCode.UNKNOWN_SCAN, Some.OTHER_ID));
        assertThat(api.get("/scans/" + Some.OTHER_ID)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/scans/" + Some.OTHER_ID + "/coverage")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/scans/" + Some.OTHER_ID + "/regions")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/scans/" + Some.OTHER_ID + "/movements")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/scans/" + Some.OTHER_ID + "/events")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.post("/scans/" + Some.OTHER_ID + "/cancel", "")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void streamsProgressUntilTheScanEnds() {
        when(scans.find(Some.ID))
                .thenReturn(
                        Optional.of(Some.scan(ScanState.RUNNING)),
                        Optional.of(Some.scan(ScanState.RUNNING)),
                        Optional.of(Some.scan(ScanState.RUNNING)),
                        Optional.of(Some.scan(ScanState.COMPLETED)));
        assertThat(api.get("/scans/" + Some.ID + "/events"))
                .hasStatusOk()
                .hasContentType("text/event-stream")
                .bodyText()
                .containsSubsequence("event:progress", "\"RUNNING\"", "event:progress", "\"COMPLETED\"")
                .doesNotContainPattern("(?s)RUNNING.*RUNNING");
    }
}
