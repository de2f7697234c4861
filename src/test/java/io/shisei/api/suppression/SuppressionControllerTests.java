package io.shisei.api.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Ou;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.finding.Findings;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.TagMatch;
import io.shisei.finding.sum.FailingPast;
import io.shisei.refusal.Refusal;
import io.shisei.score.DayZone;
import io.shisei.score.ScoreChange;
import io.shisei.suppression.ImportReport;
import io.shisei.suppression.Suppression;
import io.shisei.suppression.SuppressionCode;
import io.shisei.suppression.SuppressionImports;
import io.shisei.suppression.SuppressionPreview;
import io.shisei.suppression.SuppressionPreviews;
import io.shisei.suppression.Suppressions;
import io.shisei.suppression.foreign.ForeignCode;
import io.shisei.suppression.foreign.ForeignFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class SuppressionControllerTests {

    private static final String WANTED = """
        {"controlIds": ["S3.8"], "accountIds": ["123456789012"], "regions": ["us-east-1"],
         "ous": ["/Sandbox"], "resourcePatterns": ["arn:aws:s3:::test-*"], "tags": {"all": [{"key": "env"}]},
         "except": {"resourcePatterns": ["*-prod"]},
         "reason": "on purpose", "owner": "web team", "expiresAt": "2026-03-31T12:00:00Z", "reviewOn": "2026-03-01"}\
        """;

    private static final String RULE = """
        {"id": "00000000-0000-0000-0000-000000000001", "controlIds": ["S3.8"], "accountIds": ["123456789012"],
         "ous": ["/Sandbox"], "regions": ["us-east-1"], "resourcePatterns": ["arn:aws:s3:::test-*"],
         "tags": {"all": [{"key": "env", "value": null}], "any": [], "none": []},
         "except": {"accountIds": null, "regions": null, "resourcePatterns": ["*-prod"]},
         "reason": "on purpose", "owner": "web team", "state": "IN_FORCE", "expiresAt": "2026-03-31T12:00:00Z",
         "reviewOn": "2026-03-01", "reviewDue": true,
         "createdAt": "2026-03-01T12:00:00Z", "createdBy": "admin", "pendingBy": null, "endedAt": null, "endedBy": null,
         "hidden": 7, "settled": true, "version": 2}\
        """;

    private static final FindingMatch MATCH = new FindingMatch(
            List.of(Some.BUCKETS_PRIVATE),
            List.of(Some.ACCOUNT),
            List.of(new Ou("/Sandbox")),
            List.of("us-east-1"),
            List.of("arn:aws:s3:::test-*"),
            new TagMatch(List.of(new TagMatch.Tag("env", null)), List.of(), List.of()),
            new FindingMatch.Exempt(null, null, List.of("*-prod")));

    private static final Suppression.Plan PLAN = new Suppression.Plan(
            MATCH, "on purpose", "web team", ApiTest.NOW.plus(Duration.ofDays(30)), LocalDate.parse("2026-03-01"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Suppressions suppressions;

    @Autowired
    SuppressionPreviews previews;

    @Autowired
    SuppressionImports imports;

    @Autowired
    Findings findings;

    @Autowired
    DayZone days;

    Calls api;

    @BeforeEach
    void oneRule() {
        api = new Calls(mvc);
        var rule = new Suppression(Some.ID, PLAN, ApiTest.NOW, "admin", null, null, null, true, 2);
        when(suppressions.find(Some.ID)).thenReturn(Optional.of(rule));
        when(suppressions.list()).thenReturn(List.of(rule));
        when(suppressions.create(any(), any())).thenReturn(rule);
        when(suppressions.end(any(), anyInt(), any(), any())).thenReturn(rule);
        when(days.today()).thenReturn(LocalDate.parse("2026-03-01"));
        when(findings.hiddenByRule()).thenReturn(Map.of(Some.ID, 7L));
        when(findings.hiddenBy(eq(Some.ID), any())).thenReturn(Some.page(Some.finding()));
    }

    @Test
    void makesARule() {
        assertThat(api.post("/suppressions", WANTED))
                .hasStatus(HttpStatus.CREATED)
                .hasHeader("Location", "/api/v1/suppressions/" + Some.ID)
                .hasHeader("ETag", "\"2\"")
                .bodyJson()
                .isStrictlyEqualTo(RULE);
        verify(suppressions).create(PLAN, "admin");
    }

    @Test
    void showsRules() {
        assertThat(api.get("/suppressions")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
            {"items": [%s], "nextPageToken": null, "total": {"count": 1, "type": "EXACT"}}\
            """.formatted(RULE));
        assertThat(api.get("/suppressions/" + Some.ID))
                .hasHeader("ETag", "\"2\"")
                .bodyJson()
                .isStrictlyEqualTo(RULE);
        assertThat(api.get("/suppressions/" + Some.ID + "/findings"))
                .bodyJson()
                .extractingPath("$.items[0].id")
                .isEqualTo(Some.ID.toString());
        assertThat(api.get("/suppressions/" + Some.OTHER_ID)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void showsWhatBecameOfARule() {
        when(suppressions.history(Some.ID))
                .thenReturn(List.of(new Suppression.Change(
                        ApiTest.NOW, Suppression.Change.What.CREATED, "admin", "on purpose", List.of())));
        assertThat(api.get("/suppressions/" + Some.ID + "/history"))
                .bodyJson()
                .extractingPath("$.items[0]")
                .asMap()
                .containsEntry("what", "CREATED")
                .containsEntry("username", "admin");
    }

    @Test
    void previewsARuleAndKeepsNothing() {
        when(previews.of(any(), any()))
                .thenReturn(new SuppressionPreview(
                        Some.page(Some.finding()),
                        List.of(new ScoreChange("fsbp", 50, null)),
                        new FailingPast.Past(4, List.of(new FailingPast.Day(LocalDate.parse("2026-03-01"), 2)))));
        assertThat(api.post("/suppressions/preview?pageSize=3", "{\"resourcePatterns\": [\"arn:aws:s3:::test-*\"]}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.findings.total.count", count -> assertThat(count).isEqualTo(1))
                .hasPathSatisfying(
                        "$.past.days[0].date", date -> assertThat(date).isEqualTo("2026-03-01"))
                .hasPathSatisfying(
                        "$.scores", scores -> assertThat(scores).asList().hasSize(1));
        verify(previews)
                .of(
                        eq(FindingMatch.ofArns("arn:aws:s3:::test-*")),
                        assertArg(page -> assertThat(page.size()).isEqualTo(3)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"controlIds": ["S3.8"], "owner": "a"}                                         | #/reason
        {"controlIds": ["S3.8"], "reason": " ", "owner": "a"}                          | #/reason
        {"controlIds": ["S3.8"], "reason": "a"}                                        | #/owner
        {"controlIds": [], "reason": "a", "owner": "a"}                                | #/controlIds
        {"controlIds": ["S3"], "reason": "a", "owner": "a"}                            | #/controlIds/0
        {"accountIds": [], "reason": "a", "owner": "a"}                                | #/accountIds
        {"accountIds": [null], "reason": "a", "owner": "a"}                            | #/accountIds
        {"resourcePatterns": [""], "reason": "a", "owner": "a"}                        | #/resourcePatterns
        {"ous": ["Sandbox"], "reason": "a", "owner": "a"}                              | #/ous/0
        {"tags": {"none": [{"value": "a"}]}, "reason": "a", "owner": "a"}              | #/tags/none/0/key
        {"except": {"regions": []}, "reason": "a", "owner": "a"}                       | #/except/regions
        {"controlIds": ["S3.8"], "reason": "a", "owner": "a", "reviewOn": "+20000-01-01"} | #/reviewOn
        {"controlIds": ["S3.8"], "reason": "a", "owner": "a", "expiresAt": "+20000-01-01T00:00:00Z"} | #/expiresAt
        {"controlIds": ["S3.8"], "reason": "a", "owner": "a", "expiresAt": "tomorrow"} | #/expiresAt
        """)
    void saysWhichFieldIsWrong(String body, String pointer) {
        assertThat(api.post("/suppressions", body))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void refusesARuleThatWouldHideEverythingInTheReadersLanguage() {
        assertThat(mvc.post()
                        .uri("/api/v1/suppressions/preview")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "ja")
                        .locale(Locale.JAPANESE)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("1 つ以上を指定してください");
    }

    @Test
    void endsTheVersionThatWasRead() {
        assertThat(end("\"2\"")).hasStatusOk().hasHeader("ETag", "\"2\"");
        verify(suppressions).end(Some.ID, 2, "fixed", "admin");
        assertThat(end("\"1\"")).hasStatus(HttpStatus.PRECONDITION_FAILED);
        when(suppressions.end(any(), anyInt(), any(), any()))
                .thenThrow(new Refusal.Conflict(SuppressionCode.SUPPRESSION_OVER, null));
        assertThat(end("\"2\"")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void importsRulesOrOnlyTellsWhatWouldBecomeOfThem() {
        var line = new ImportReport.Line(
                3,
                "Sandbox",
                ImportReport.Outcome.LEFT_OUT,
                null,
                null,
                List.of(new Refusal.Impossible(ForeignCode.UNKNOWN_CRITERION, null, "SeverityLabel")));
        when(imports.check(any())).thenReturn(new ImportReport(List.of(line)));
        when(imports.run(any(), any())).thenReturn(new ImportReport(List.of()));
        var body = """
            {"format": "SECURITY_HUB", "text": "{}", "reason": "moved", "owner": "web team", "dryRun": %s}\
            """;
        assertThat(api.post("/suppressions/import", body.formatted(true)))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                    {"taken": 0, "takenOtherwise": 0, "there": 0, "leftOut": 1, "lines": [
                      {"line": 3, "name": "Sandbox", "outcome": "LEFT_OUT", "hides": null, "suppressionId": null,
                       "remarks": [{"code": "UNKNOWN_CRITERION", "detail": "Rules here cannot look at SeverityLabel."}]}]}\
                    """);
        assertThat(api.post("/suppressions/import", body.formatted(false))).hasStatusOk();
        verify(imports)
                .run(
                        new SuppressionImports.Order(ForeignFormat.SECURITY_HUB, "{}", "moved", "web team", null, null),
                        "admin");
    }

    @Test
    void listsThoseThatAreDueForReview() {
        when(suppressions.dueForReview()).thenReturn(List.of());
        assertThat(api.get("/suppressions?reviewDue=true"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @Test
    void editsTheVersionThatWasRead() {
        var rule = suppressions.find(Some.ID).orElseThrow();
        when(suppressions.edit(any(), anyInt(), any(), any(), any())).thenReturn(rule);
        var body = WANTED.replace("\"owner\"", "\"note\": \"moved\", \"owner\"");
        assertThat(edit("\"2\"", body)).hasStatusOk().bodyJson().isStrictlyEqualTo(RULE);
        verify(suppressions).edit(Some.ID, 2, PLAN, "moved", "admin");
        assertThat(edit("\"1\"", body)).hasStatus(HttpStatus.PRECONDITION_FAILED);
    }

    private MvcTestResult edit(String ifMatch, String body) {
        return Calls.send(mvc.put().header(HttpHeaders.IF_MATCH, ifMatch), "/suppressions/" + Some.ID, body);
    }

    @Test
    void approvesWhatAnotherUserWishes() {
        when(suppressions.approve(any(), anyInt(), any(), any()))
                .thenThrow(new Refusal.Forbidden(SuppressionCode.OWN_SUPPRESSION));
        assertThat(Calls.send(
                        mvc.post().header(HttpHeaders.IF_MATCH, "\"2\""),
                        "/suppressions/" + Some.ID + "/approve",
                        "{\"note\": \"seen\"}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        verify(suppressions).approve(Some.ID, 2, "seen", "admin");
    }

    private MvcTestResult end(String ifMatch) {
        return Calls.send(
                mvc.post().header(HttpHeaders.IF_MATCH, ifMatch),
                "/suppressions/" + Some.ID + "/end",
                "{\"note\": \"fixed\"}");
    }

    @Test
    void saysWhatADateIs() {
        assertThat(api.post("/suppressions", "{\"controlIds\": [\"S3.8\"], \"reviewOn\": \"2026-02-30\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("#/reviewOn", "must be a date such as 2026-01-31");
    }
}
