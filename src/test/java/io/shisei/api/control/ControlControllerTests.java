package io.shisei.api.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.control.ControlCode;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.finding.Counts;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Reason;
import io.shisei.refusal.Refusal;
import io.shisei.score.ControlScore;
import io.shisei.score.ControlStatus;
import io.shisei.score.Scores;
import io.shisei.score.StandardPoint;
import io.shisei.score.StandardScore;
import io.shisei.score.TrendPoint;
import io.shisei.score.circle.CircleTrends;
import io.shisei.score.step.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class ControlControllerTests {

    private static final ControlId S3_10 = new ControlId("S3.10");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Controls controls;

    @Autowired
    Scores scores;

    @Autowired
    CircleTrends trends;

    @Autowired
    Accounts accounts;

    Calls api;

    @BeforeEach
    void twoControls() {
        api = new Calls(mvc);
        when(controls.all()).thenReturn(List.of(Some.control("S3.8"), Some.control("S3.10")));
        when(controls.find(Some.BUCKETS_PRIVATE)).thenReturn(Optional.of(Some.control("S3.8")));
        when(controls.standards()).thenReturn(List.of(Some.standard()));
        when(controls.standard("fsbp")).thenReturn(Optional.of(Some.standard()));
        when(controls.standings(any())).thenReturn(List.of(Some.planned(), Some.judged()));
        var setting = new Controls.Setting(true, Map.of("days", 30L));
        when(controls.setting(any(), any())).thenReturn(setting);
        when(controls.settings(any())).thenReturn(Map.of(Some.BUCKETS_PRIVATE, setting, S3_10, setting));
        when(controls.change(any(), any(), any(), any())).thenReturn(setting);
        when(scores.controlsOf(any()))
                .thenReturn(Map.of(
                        Some.BUCKETS_PRIVATE,
                        new ControlScore(
                                Some.BUCKETS_PRIVATE,
                                ControlStatus.FAILED,
                                new Counts(2, 1, 0, 4),
                                new Counts(2, 5, 0, 0),
                                List.of(),
                                ApiTest.NOW)));
    }

    @Test
    void showsControlsInTheAccountsOfAUnit() {
        var unit = new Ou("/Shops");
        var circle = Circle.of(unit, List.of(Some.ACCOUNT));
        when(accounts.circle(unit)).thenReturn(circle);
        when(scores.controlsOf(circle))
                .thenReturn(Map.of(
                        Some.BUCKETS_PRIVATE,
                        new ControlScore(
                                Some.BUCKETS_PRIVATE,
                                ControlStatus.DISABLED,
                                Counts.NONE,
                                Counts.NONE,
                                List.of(),
                                ApiTest.NOW)));
        for (var address : List.of("/controls?ou=/Shops&status=DISABLED", "/controls/S3.8?ou=/Shops")) {
            assertThat(api.get(address))
                    .hasStatusOk()
                    .bodyText()
                    .contains("\"id\":\"S3.8\"", "\"enabled\":false", "\"status\":\"DISABLED\"");
        }
        when(accounts.existsById(Some.ACCOUNT)).thenReturn(true);
        assertThat(api.get("/controls?ou=/Shops&accountId=" + Some.ACCOUNT)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void showsHowAControlIsSetAndKept() {
        assertThat(api.get("/controls/S3.8")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"id": "S3.8", "service": "S3", "title": "Buckets are private", "remediation": "Block public access.",
                 "severity": "HIGH", "category": "Protect > Secure access management",
                 "differs": {"text": "The account does not count.", "source": null},
                 "resourceType": "AWS::S3::Bucket", "resourceTypes": ["AWS::S3::Bucket"], "standards": ["fsbp"], "retired": null, "enabled": true,
                 "parameters": {"days": {"type": "int", "default": 90, "value": 30}},
                 "requiredActions": ["s3:GetBucketPublicAccessBlock"], "status": "FAILED", "score": 66.7,
                 "unsuppressedScore": 28.6,
                 "counts": {"passed": 2, "failed": 1, "unknown": 0, "suppressed": 4}, "gaps": [],
                 "evaluatedAt": "2026-03-01T12:00:00Z",
                 "remedy": {
                  "steps": [{"command": false, "text": "Block public access."}],
                  "console": [
                   "Amazon S3 › General purpose buckets › BUCKET › Permissions.",
                   "Block public access (bucket settings): Edit, and turn on Block all public access.",
                   "Save changes, and confirm."],
                  "terraform": "resource \\"aws_s3_bucket_public_access_block\\" \\"this\\" {\\n  bucket                  = \\"BUCKET\\"\\n\
                  block_public_acls       = true\\n  ignore_public_acls      = true\\n  block_public_policy     = true\\n\
                  restrict_public_buckets = true\\n}"}}""");
    }

    @Test
    void hasNoConsoleStepsWhereNobodyWroteThemDown() {
        when(controls.find(S3_10)).thenReturn(Optional.of(Some.control("S3.10")));
        assertThat(api.get("/controls/S3.10"))
                .bodyJson()
                .isLenientlyEqualTo("{\"remedy\": {\"console\": [], \"terraform\": null}}");
    }

    @Test
    void sortsByNumberAndTellsWhatIsRetired() {
        assertThat(api.get("/controls")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"id": "S3.8"}, {"id": "S3.10", "retired": "2024-02-01", "standards": [],
                 "status": "NO_DATA", "score": null}], "total": {"count": 2}}""");
    }

    @Test
    void readsTheSettingsOfAListAtOnce() {
        assertThat(api.get("/controls")).hasStatusOk();
        verify(controls).settings(null);
        verify(controls, never()).setting(any(), any());
    }

    @Test
    void filtersByStatus() {
        assertThat(api.get("/controls?status=FAILED&severity=HIGH&enabled=true&service=S3"))
                .bodyJson()
                .extractingPath("$.items[*].id")
                .isEqualTo(List.of("S3.8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=BAD", "severity=BAD", "enabled=perhaps", "service=X", "accountId=1", "x=y"})
    void refusesWhatItDoesNotKnow(String query) {
        assertThat(api.get("/controls?" + query))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(query.replaceFirst("=.*", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S3.9", "bogus", "S3.8.1"})
    void knowsNoOtherControl(String id) {
        assertThat(api.get("/controls/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.patch("/controls/" + id, "{}")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/controls/" + id + "/trend")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void changesSettings() {
        assertThat(api.patch("/controls/S3.8", "{\"enabled\": false, \"parameters\": {\"days\": 30}}"))
                .hasStatusOk();
        verify(controls).change(eq(Some.BUCKETS_PRIVATE), eq(false), eq(Map.of("days", 30)), eq("admin"));
    }

    @Test
    void refusesASettingThatCannotBe() {
        var invalid = new Refusal.Impossible(
                ControlCode.PARAMETER_VALUE, "parameters/days", "days", "should be of type int, but is many");
        when(controls.change(any(), any(), any(), any())).thenThrow(invalid);
        assertThat(api.patch("/controls/S3.8", "{\"parameters\": {\"days\": \"many\"}}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("#/parameters/days");
    }

    @Test
    void showsTheTrendOfNinetyDays() {
        when(trends.control(any(), any(), any(), any()))
                .thenReturn(List.of(new TrendPoint(ApiTest.NOW, new Counts(1, 1, 2, 3), 99.5)));
        assertThat(api.get("/controls/S3.8/trend")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"points": [{"at": "2026-03-01T12:00:00Z", "passed": 1, "failed": 1, "unknown": 2, "suppressed": 3,
                 "score": 50.0, "coverage": 99.5, "staleAccounts": 0, "overdue": null}], "staleSince": null}""");
        verify(trends).control(Some.BUCKETS_PRIVATE, Circle.ALL, ApiTest.NOW.minus(Duration.ofDays(90)), ApiTest.NOW);
    }

    @Test
    void marksAnAccountThatWasNotScannedLately() {
        when(accounts.existsById(Some.ACCOUNT)).thenReturn(true);
        when(trends.control(any(), any(), any(), any()))
                .thenReturn(List.of(new TrendPoint(ApiTest.NOW.minus(Duration.ofDays(3)), Counts.NONE, 100)));
        assertThat(api.get("/controls/S3.8/trend?accountId=" + Some.ACCOUNT))
                .bodyJson()
                .extractingPath("$.staleSince")
                .isEqualTo("2026-02-26T12:00:00Z");
    }

    @Test
    void explainsStepsAndMarksARiseByLostSight() {
        var before = new Step.Point(50.0, new Counts(2, 2, 0, 0), 100);
        var after = new Step.Point(66.7, new Counts(2, 1, 1, 0), 80);
        var lost = new Reason(MoveCause.COVERAGE_LOST, Counted.FAILED, Counted.UNKNOWN, 1);
        when(trends.controlSteps(any(), any(), any(), any()))
                .thenReturn(List.of(new Step(LocalDate.of(2026, 3, 1), before, after, 1, List.of(lost))));
        assertThat(api.get("/controls/S3.8/trend/steps"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                {"steps": [{"day": "2026-03-01",
                 "before": {"score": 50.0, "passed": 2, "failed": 2, "unknown": 0, "suppressed": 0, "coverage": 100.0},
                 "after": {"score": 66.7, "passed": 2, "failed": 1, "unknown": 1, "suppressed": 0, "coverage": 80.0},
                 "risesByLostSight": true, "staleAccounts": 1,
                 "reasons": [{"cause": "COVERAGE_LOST", "was": "FAILED", "became": "UNKNOWN", "findings": 1}],
                 "unexplained": null}]}""");
        assertThat(api.get("/standards/fsbp/trend/steps"))
                .bodyJson()
                .extractingPath("$.steps")
                .isEqualTo(List.of());
        assertThat(api.get("/controls/S3.8/trend/steps?from=yesterday")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void showsTheTrendOfThePeriodAskedFor() {
        when(accounts.existsById(Some.ACCOUNT)).thenReturn(true);
        assertThat(
                        api.get(
                                "/controls/S3.8/trend?accountId=123456789012&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z"))
                .hasStatusOk();
        verify(trends)
                .control(
                        any(),
                        eq(Circle.of(Some.ACCOUNT)),
                        assertArg(from -> assertThat(from).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"))),
                        any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=2026-01-01", "from=2030-01-01T00:00:00Z", "accountId=1"})
    void refusesPeriodsThatCannotBe(String query) {
        assertThat(api.get("/controls/S3.8/trend?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api.get("/standards/fsbp/trend?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void showsTheScoreOfAStandard() {
        var score = new StandardScore(
                "fsbp",
                50,
                0,
                Map.of(ControlStatus.PASSED, 1, ControlStatus.FAILED, 1),
                Map.of(Severity.HIGH, new StandardScore.BySeverity(1, 2, 3)),
                null);
        when(scores.posture("fsbp", Circle.ALL)).thenReturn(new Scores.Posture(score, Map.of()));
        assertThat(api.get("/standards/fsbp/score")).bodyJson().isStrictlyEqualTo("""
                {"standardId": "fsbp", "score": 50, "unsuppressedScore": 0, "controls": {"PASSED": 1, "FAILED": 1}, "coverage": null,
                 "severities": {"HIGH": {"failedControls": 1, "controls": 2, "failedFindings": 3}}}""");
    }

    @Test
    void showsTheTrendOfAStandard() {
        when(trends.standard(any(), any(), any(), any()))
                .thenReturn(List.of(new StandardPoint(ApiTest.NOW, 1, 1, 0, 3, 4, 100, Counts.NONE)));
        assertThat(api.get("/standards/fsbp/trend")).bodyJson().isStrictlyEqualTo("""
                {"points": [{"at": "2026-03-01T12:00:00Z", "passed": 1, "failed": 1, "unknown": 0, "noData": 3,
                 "disabled": 4, "score": 50, "coverage": 100.0, "staleAccounts": 0, "overdue": null, "failing": null}],
                 "staleSince": null}""");
    }

    @Test
    void showsThoseOfTheAccountsOfAUnit() {
        var plants = new Ou("/Workloads/Plants");
        var unit = Circle.of(plants, List.of(Some.ACCOUNT));
        when(accounts.circle(plants)).thenReturn(unit);
        var nowhere = new Ou("/Nowhere");
        when(accounts.circle(nowhere)).thenReturn(Circle.of(nowhere, List.of()));
        var point = new StandardPoint(ApiTest.NOW, 1, 1, 0, 0, 0, 100, Counts.NONE, 0, 7L, Map.of(Severity.HIGH, 3L));
        when(trends.standard(eq("fsbp"), eq(unit), any(), any())).thenReturn(List.of(point));
        assertThat(api.get("/standards/fsbp/trend?ou=/Workloads/Plants"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"points": [{"score": 50, "overdue": 7, "failing": {"HIGH": 3}}]}""");
        assertThat(api.get("/standards/fsbp/trend?ou=/Nowhere")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api.get("/standards/fsbp/trend?ou=Plants")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api.get("/standards/fsbp/score?ou=/Workloads/Plants&accountId=" + Some.ACCOUNT))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void listsTheStandards() {
        assertThat(mvc.get().uri("/api/v1/standards").header("Accept-Language", "ja"))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [{"id": "fsbp", "name": "AWS 基礎セキュリティのベストプラクティス",
                         "controlIds": ["S3.8"], "retired": {"S3.10": "2024-02-01"}}]}""");
        assertThat(api.get("/standards/cis/score")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void tellsWhatBecomesOfEachControlOfAStandard() {
        assertThat(api.get("/standards/fsbp/coverage")).bodyJson().isStrictlyEqualTo("""
                {"items": [
                 {"id": "ACM.1", "service": "ACM", "title": "Certificates are renewed", "severity": "MEDIUM",
                  "state": "PLANNED", "judged": false, "retired": null, "differs": null},
                 {"id": "S3.8", "service": "S3", "title": "Buckets are private", "severity": "HIGH",
                  "state": "EVALUATED", "judged": true, "retired": null,
                  "differs": {"text": "The account does not count.", "source": null}}],
                 "nextPageToken": null, "total": {"count": 2, "type": "EXACT"}}""");
        assertThat(api.get("/standards/fsbp/coverage?state=PLANNED&service=S3"))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": []}");
        assertThat(api.get("/standards/fsbp/coverage?state=LOST")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api.get("/standards/cis/coverage")).hasStatus(HttpStatus.NOT_FOUND);
    }
}
