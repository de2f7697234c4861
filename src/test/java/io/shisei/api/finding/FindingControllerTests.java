package io.shisei.api.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.control.Controls;
import io.shisei.control.Evidence;
import io.shisei.control.Severity;
import io.shisei.control.Text;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.history.Transition;
import io.shisei.finding.list.FindingLists;
import io.shisei.finding.list.FindingOrder;
import io.shisei.finding.workflow.Workflow;
import io.shisei.finding.workflow.WorkflowChange;
import io.shisei.inventory.Document;
import io.shisei.inventory.StoredResources;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.scan.ScanCode;
import io.shisei.scan.recheck.Recheck;
import io.shisei.scan.recheck.Rechecks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class FindingControllerTests {

    private static final String FINDING = """
            {"id": "00000000-0000-0000-0000-000000000001", "controlId": "S3.8", "severity": "HIGH",
             "accountId": "123456789012", "region": "us-east-1",
             "resource": {"id": "arn:aws:s3:::data", "type": "AWS::S3::Bucket", "name": "data", "tags": {"team": "a"},
                          "key": "00000000-0000-0000-0000-000000000002"},
             "complianceStatus": "FAILED", "reason": "BlockPublicAcls is false", "workflowStatus": "NEW", "assignee": null, "suppressionId": null,
             "recordState": "ACTIVE", "archiveReason": null, "firstObservedAt": "2026-01-01T00:00:00Z",
             "statusChangedAt": "2026-01-02T00:00:00Z", "failingSince": "2026-01-02T00:00:00Z",
             "dueAt": "2026-01-09T00:00:00Z", "lastEvaluatedAt": null, "version": 3%s}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Findings findings;

    @Autowired
    FindingLists lists;

    @Autowired
    Workflow workflow;

    @Autowired
    Controls controls;

    @Autowired
    Accounts accounts;

    @Autowired
    StoredResources resources;

    @Autowired
    Rechecks rechecks;

    Calls api;

    @BeforeEach
    void oneFinding() {
        api = new Calls(mvc);
        when(findings.find(Some.ID)).thenReturn(Optional.of(Some.finding()));
        when(lists.list(any(), any(), any()))
                .thenReturn(new FindingLists.Found(Some.page(Some.finding()), Optional.empty()));
        when(controls.all()).thenReturn(List.of(Some.control("S3.8")));
        when(controls.find(Some.BUCKETS_PRIVATE)).thenReturn(Optional.of(Some.control("S3.8")));
        when(accounts.existsById(Some.ACCOUNT)).thenReturn(true);
    }

    @Test
    void listsFindings() {
        assertThat(api.get("/findings")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"items": [%s], "nextPageToken": null, "total": {"count": 1, "type": "EXACT"}}
                """.formatted(
                        FINDING.formatted("")));
    }

    @Test
    void listsOnlyActiveOnesUnlessTold() {
        api.get("/findings");
        verify(lists)
                .list(
                        assertArg(filter -> assertThat(filter.recordStates()).containsExactly(RecordState.ACTIVE)),
                        eq(FindingOrder.NEWEST),
                        assertArg(page -> assertThat(page).isEqualTo(PageRequest.first(50))));
    }

    @Test
    void listsThoseOfTheAccountsInAUnit() {
        when(accounts.named(Set.of(Some.ACCOUNT), "/Shops, old")).thenReturn(Set.of(Some.ACCOUNT));
        assertThat(api.get("/findings?accountId=" + Some.ACCOUNT + "&ou=/Shops, old"))
                .hasStatusOk();
        verify(lists)
                .list(assertArg(filter -> assertThat(filter.accountIds()).containsExactly(Some.ACCOUNT)), any(), any());
        when(accounts.named(Set.of(), "/Nowhere"))
                .thenThrow(new Refusal.Invalid(AccountCode.NONE_IN_OU, "ou", "/Nowhere"));
        assertThat(api.get("/findings?ou=/Nowhere"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"pointer\":\"ou\"");
    }

    @Test
    void takesEachFilterSeveralTimes() {
        assertThat(api.get("/findings?severity=HIGH&severity=LOW&accountId=123456789012&service=S3&controlId=S3.8"
                        + "&resourceType=AWS::S3::Bucket&resourceId=arn:aws:iam::1:role/a,b&recordState=ARCHIVED&q= x"
                        + "&assignee=Doe, J&sort=SEVERITY&id=" + Some.ID))
                .hasStatusOk();
        verify(lists)
                .list(
                        assertArg(filter -> {
                            assertThat(filter.severities()).containsOnly(Severity.HIGH, Severity.LOW);
                            assertThat(filter.controlIds()).containsOnly(Some.BUCKETS_PRIVATE);
                            assertThat(filter.resourceArns()).containsOnly("arn:aws:iam::1:role/a,b");
                            assertThat(filter.recordStates()).containsOnly(RecordState.ARCHIVED);
                            assertThat(filter.text()).isEqualTo("x");
                            assertThat(filter.ids()).containsOnly(Some.ID);
                            assertThat(filter.assignees().names()).containsOnly("Doe, J");
                        }),
                        eq(FindingOrder.SEVERITY),
                        any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignee= ", "resourceId= ", "id=abc"})
    void refusesWhatNamesNothing(String filter) {
        assertThat(api.get("/findings?" + filter)).hasStatus(HttpStatus.BAD_REQUEST);
        verifyNoInteractions(lists);
    }

    @Test
    void namesTheFilterAndTheAllowedValuesWhenAValueIsUnknown() {
        assertThat(api.get("/findings?severity=HIGH&severity=AWFUL"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentType("application/problem+json")
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"type": "urn:shisei:problem:malformed", "status": 400, "errors": [{"pointer": "severity",
                         "detail": "'AWFUL' is not one of CRITICAL, HIGH, MEDIUM, LOW, INFORMATIONAL"}]}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sevrity=HIGH",
                "severity=high",
                "severity=",
                "severity",
                "accountId=210987654321",
                "accountId=abc",
                "controlId=S3",
                "controlId=S3.9999",
                "service=S4",
                "resourceType=Bucket",
                "recordState=GONE",
                "workflowStatus=OPEN",
                "complianceStatus=BAD",
                "sort=AGE",
                "id=1",
                "pageSize=0",
                "pageSize=1001",
                "pageSize=many",
                "page=2"
            })
    void refusesWhatItDoesNotKnow(String query) {
        assertThat(api.get("/findings?" + query))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(query.replaceFirst("=.*", ""));
    }

    @Test
    void refusesATokenThatIsNone() {
        when(lists.list(any(), any(), any())).thenAnswer(call -> {
            call.<PageRequest>getArgument(2).after(2);
            throw new AssertionError("a bogus token was taken");
        });
        assertThat(api.get("/findings?pageToken=bogus"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("pageToken");
    }

    @Test
    void showsReasonEvidenceAndRemediationInTheLanguageOfTheCaller() {
        var document = Document.of(Map.of("BlockPublicAcls", false));
        when(resources.find(Some.OTHER_ID)).thenReturn(Optional.of(Some.bucket(document)));
        when(controls.explain(any(), any(), any(), any()))
                .thenReturn(new Evidence(
                        Map.of("BlockPublicAcls", false),
                        List.of("BlockPublicAcls"),
                        new TreeSet<>(List.of("s3:GetBucketAcl AccessDenied"))));
        assertThat(mvc.get().uri("/api/v1/findings/" + Some.ID).header("Accept-Language", "fr, ja;q=0.9"))
                .hasStatusOk()
                .hasHeader("ETag", "\"3\"")
                .bodyJson()
                .isStrictlyEqualTo(
                        FINDING.formatted("""
                        , "title": "バケットは非公開", "remediation": "パブリックアクセスをブロックします。",
                        "remedy": {
                         "steps": [{"command": false, "text": "パブリックアクセスをブロックします。"}],
                         "console": [
                          "Amazon S3 › 汎用バケット › data › 「アクセス許可」タブを開きます。",
                          "ブロックパブリックアクセス (バケット設定) で「編集」を選択し、「パブリックアクセスをすべてブロック」を選択します。",
                          "「変更の保存」を選択して確認します。"],
                         "terraform": "resource \\"aws_s3_bucket_public_access_block\\" \\"this\\" {\\n  bucket                  = \\"data\\"\\n\
                          block_public_acls       = true\\n  ignore_public_acls      = true\\n  block_public_policy     = true\\n\
                          restrict_public_buckets = true\\n}"},
                        "evidence": {"BlockPublicAcls": false}, "violations": ["BlockPublicAcls"],
                        "unread": ["s3:GetBucketAcl AccessDenied"]""").replace("BlockPublicAcls is false", "BlockPublicAcls は false です"));
    }

    @Test
    void hasNoEvidenceOfAResourceThatIsNotStored() {
        assertThat(api.get("/findings/" + Some.ID))
                .bodyJson()
                .isLenientlyEqualTo("{\"evidence\": null, \"title\": \"Buckets are private\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-00000000000f", "bogus"})
    void knowsNoOtherFinding(String id) {
        assertThat(api.get("/findings/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void pagesTheHistoryNewestFirst() {
        when(findings.history(Some.ID)).thenReturn(List.of(transition(2), transition(1)));
        assertThat(api.get("/findings/" + Some.ID + "/history?pageSize=1"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].id")
                .isEqualTo(List.of(2));
    }

    private static Transition transition(long id) {
        return new Transition(
                id,
                Some.ID,
                Some.finding().resource(),
                ApiTest.NOW,
                Transition.What.WORKFLOW_STATUS,
                "NEW",
                "NOTIFIED",
                Text.same(""),
                null,
                null,
                null,
                null,
                "admin",
                "seen",
                null,
                null,
                null,
                Map.of("Acl", new Transition.Change(null, "private")));
    }

    @Test
    void readsTheResourceAgainAndShowsAllItsFindings() {
        when(rechecks.recheck(Some.ID, "admin"))
                .thenReturn(new Recheck(Some.ID, Some.OTHER_ID, ApiTest.NOW, Recheck.Outcome.READ));
        when(findings.of(Some.OTHER_ID)).thenReturn(List.of(Some.finding()));
        assertThat(api.post("/findings/" + Some.ID + "/recheck", ""))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"id": "00000000-0000-0000-0000-000000000001", "at": "2026-03-01T12:00:00Z", "outcome": "READ",
                         "findings": [%s]}""".formatted(FINDING.formatted("")));
    }

    @Test
    void namesTheScanThatStandsInTheWayOfReadingAgain() {
        when(rechecks.recheck(any(), any()))
                .thenThrow(new Refusal.Conflict(ScanCode.RECHECK_DURING_SCAN, "7", Some.ACCOUNT, "7"));
        assertThat(api.post("/findings/" + Some.ID + "/recheck", ""))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.scan")
                .isEqualTo("/api/v1/scans/7");
    }

    @Test
    void changesTheWorkflowStatusOfTheVersionThatWasRead() {
        when(workflow.change(Some.ID, 3, WorkflowChange.to(WorkflowStatus.SUPPRESSED, "a test bucket"), "admin"))
                .thenReturn(Some.finding());
        assertThat(change("\"3\"", "{\"workflowStatus\": \"SUPPRESSED\", \"note\": \"a test bucket\"}"))
                .hasStatusOk()
                .hasHeader("ETag", "\"3\"");
    }

    @Test
    void assignsAndLeavesTheStatusAlone() {
        when(workflow.change(any(), anyInt(), any(), any())).thenReturn(Some.finding());
        assertThat(change("\"3\"", "{\"assignee\": \"me\"}")).hasStatusOk();
        assertThat(change("\"3\"", "{\"assignee\": null, \"note\": \"left the team\"}"))
                .hasStatusOk();
        verify(workflow).change(Some.ID, 3, new WorkflowChange(null, Optional.of("admin"), null), "admin");
        verify(workflow).change(Some.ID, 3, new WorkflowChange(null, Optional.empty(), "left the team"), "admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"assignee\": \"none\"}", "{\"assignee\": \" \"}", "{\"workflowStatus\": null}"})
    void refusesAChangeOfNothing(String body) {
        assertThat(change("\"3\"", body)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void findsWhatIsAssignedToSomebodyOrToNobody() {
        assertThat(api.get("/findings?assignee=me&assignee=none&assignee=kim")).hasStatusOk();
        verify(lists)
                .list(
                        assertArg(filter -> assertThat(filter.assignees())
                                .isEqualTo(new FindingFilter.Assignees(Set.of("admin", "kim"), true))),
                        any(),
                        any());
    }

    @Test
    void refusesToChangeAnotherVersion() {
        assertThat(change("\"2\"", "{\"workflowStatus\": \"SUPPRESSED\"}")).hasStatus(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void wantsToKnowWhichVersionWasRead() {
        assertThat(api.patch("/findings/" + Some.ID, "{\"workflowStatus\": \"SUPPRESSED\"}"))
                .hasStatus(HttpStatus.PRECONDITION_REQUIRED);
    }

    @Test
    void namesTheAllowedValuesOfAFieldOfTheBody() {
        assertThat(change("\"3\"", "{\"workflowStatus\": \"DONE\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"errors": [{"pointer": "#/workflowStatus",
                         "detail": "must be one of NEW, NOTIFIED, SUPPRESSED, RESOLVED"}]}""");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult change(String ifMatch, String body) {
        return Calls.send(mvc.patch().header("If-Match", ifMatch), "/findings/" + Some.ID, body);
    }
}
