package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.AccountChange;
import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.account.Ou;
import io.shisei.account.Registration;
import io.shisei.account.organization.Organizations;
import io.shisei.control.ControlCode;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.setting.Level;
import io.shisei.control.setting.Values;
import io.shisei.deadline.Deadline;
import io.shisei.deadline.Deadlines;
import io.shisei.export.ExportFile;
import io.shisei.export.Exports;
import io.shisei.export.Format;
import io.shisei.finding.FindingCode;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.list.FindingLists;
import io.shisei.finding.list.FindingOrder;
import io.shisei.finding.workflow.Workflow;
import io.shisei.finding.workflow.WorkflowChange;
import io.shisei.finding.workflow.WorkflowCode;
import io.shisei.inventory.StoredResources;
import io.shisei.refusal.Refusal;
import io.shisei.sample.SampleAccount;
import io.shisei.scan.ScanCode;
import io.shisei.scan.Scanner;
import io.shisei.scan.recheck.Recheck;
import io.shisei.scan.recheck.Rechecks;
import io.shisei.schedule.MissedRuns;
import io.shisei.schedule.ScheduleCode;
import io.shisei.schedule.Schedules;
import io.shisei.schedule.Selection;
import io.shisei.suppression.SuppressionImports;
import io.shisei.suppression.Suppressions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = Pages.class, properties = "management.endpoint.health.validate-group-membership=false")
@AutoConfigureMockMvc
@DirtiesContext
class PagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    StoredResources resources;

    @Autowired
    Registration registration;

    @Autowired
    Organizations organizations;

    @Autowired
    Scanner scanner;

    @Autowired
    Controls controls;

    @Autowired
    FindingLists lists;

    @Autowired
    Workflow workflow;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Exports exports;

    @Autowired
    Schedules schedules;

    @Autowired
    Rechecks rechecks;

    @Autowired
    SuppressionImports imports;

    @Autowired
    Suppressions suppressions;

    @Autowired
    SampleAccount sample;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/",
                "/controls",
                "/controls/EC2.18",
                "/standards/fsbp/coverage",
                "/controls/RDS.24",
                "/reports/standards/fsbp",
                "/reports/accounts/123456789012",
                "/reports/controls/RDS.24?days=365",
                "/findings",
                "/findings/change?severity=HIGH",
                "/search",
                "/search?q=data",
                "/views",
                "/resources",
                "/resources/00000000-0000-0000-0000-000000000001",
                "/resources/00000000-0000-0000-0000-000000000001/documents",
                "/resources/00000000-0000-0000-0000-000000000001/document?at=2026-09-30T03:00:00Z",
                "/retention",
                "/scans",
                "/accounts",
                "/accounts/new",
                "/accounts/123456789012",
                "/accounts/123456789012/edit",
                "/accounts/123456789012/delete",
                "/organization",
                "/schedules",
                "/schedules/new",
                "/schedules/00000000-0000-0000-0000-000000000001",
                "/deadlines",
                "/suppressions",
                "/suppressions/new",
                "/suppressions/new?finding=00000000-0000-0000-0000-000000000001",
                "/suppressions/00000000-0000-0000-0000-000000000001",
                "/suppressions/00000000-0000-0000-0000-000000000003",
                "/suppressions/00000000-0000-0000-0000-000000000001/edit",
                "/suppressions?reviewDue=true",
                "/suppressions/import",
                "/settings",
                "/users",
                "/users/kim@example.com",
                "/password",
                "/login?changed",
                "/accounts/policies",
                "/accounts/policies/shisei-reads-1.json",
                "/accounts/iam-policy.json"
            })
    void isThere(String path) {
        assertThat(get(path))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??")
                // A parameter without a value is the name of nothing, which is refused.
                .doesNotContainPattern("href=\"/[^\"]*=(&|\")");
    }

    /** As forms without a script send them, and addresses that people share. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/movements?controlId=&day=&cause=&pageToken=",
                "/findings?controlId=&controlId=S3.8&severity=%20&sort=&pageToken=",
                "/resources?region=%20&pageToken=",
                "/controls/S3.8?days=%20",
                "/scans?pageToken=",
                "/accounts/123456789012/comparison/resources?controlId=&outcome=%20"
            })
    void anEmptyParameterIsNone(String address) {
        assertThat(mvc.get().uri(URI.create(address))).hasStatusOk();
    }

    @Test
    void anEmptyOneAmongOthersIsRefused() {
        assertThat(mvc.get().uri(URI.create("/accounts/123456789012/comparison/resources?outcome=AGREE,%20")))
                .hasStatus(400);
    }

    @Test
    void theEndOfALineIsOneCharacter() {
        var lines = ("x".repeat(99) + "\r\n").repeat(20);
        assertThat(mvc.post()
                        .uri("/suppressions/import")
                        .param("text", "a: 1\r\nb: 2")
                        .param("reason", lines)
                        .param("owner", "web team")
                        .principal(() -> "admin"))
                .hasStatus3xxRedirection();
        verify(imports)
                .run(
                        assertArg(order -> {
                            assertThat(order.text()).isEqualTo("a: 1\nb: 2");
                            assertThat(order.reason()).hasSize(1999);
                        }),
                        eq("admin"));
    }

    @Test
    void deadlinesAreSetAndRemoved() {
        assertThat(get("/deadlines")).bodyText().contains("EC2.18", "123456789012");
        assertThat(afterPost("/deadlines", Map.of("severity", "HIGH", "days", "7")))
                .contains("The deadline holds from now on.");
        verify(deadlines).put(new Deadline(Severity.HIGH, null, null, 7));
        assertThat(afterPost(
                        "/deadlines", Map.of("severity", "HIGH", "controlId", " S3.8 ", "accountId", "1", "days", "3")))
                .contains("The deadline holds from now on.");
        verify(deadlines).put(new Deadline(null, new ControlId("S3.8"), "1", 3));
        assertThat(afterPost("/deadlines", Map.of("severity", "HIGH", "days", "soon")))
                .contains("id=\"days-problem\"");
        assertThat(afterPost("/deadlines", Map.of("days", "3"))).contains("id=\"severity-problem\"");
        assertThat(afterPost("/deadlines", Map.of("controlId", "S3", "days", "3")))
                .contains("data-testid=\"problem\"");
        assertThat(afterPost("/deadlines/remove", Map.of("controlId", "S3.8", "accountId", "1")))
                .contains("The deadline was removed.");
        verify(deadlines).remove(null, new ControlId("S3.8"), "1");
    }

    /** What names a unit that was renamed holds for nobody, and nothing else would say so. */
    @Test
    void unitsWithoutAccountsStandOut() {
        assertThat(get("/suppressions")).bodyText().doesNotContain("data-testid=\"empty-unit\"");
        doAnswer(call -> new TreeSet<>(call.<Collection<Ou>>getArgument(0)))
                .when(accounts)
                .empty(any());
        try {
            assertThat(get("/suppressions")).bodyText().contains("Unit without accounts");
            assertThat(get("/suppressions/00000000-0000-0000-0000-000000000001"))
                    .bodyText()
                    .contains("No account is in /Workloads/Prod, web now");
            assertThat(get("/controls/EC2.18/settings")).bodyText().contains("No account is in /Workloads/Plants now");
        } finally {
            doReturn(Set.of()).when(accounts).empty(any());
        }
    }

    @Test
    void timesToFixAreShown() {
        assertThat(get("/")).bodyText().contains("data-testid=\"repairs\"", "34.0 days", "3.1 days");
        assertThat(get("/controls/EC2.18")).bodyText().contains("data-testid=\"repair\"", "34.0 days", "3.1 days");
    }

    @Test
    void overdueFindingsStandOut() {
        assertThat(get("/")).bodyText().contains("4 findings are overdue", "/findings?overdue=true");
        assertThat(get("/findings?overdue=true")).bodyText().contains("Overdue");
        verify(lists).list(argThat(filter -> filter != null && filter.overdue()), any(), any());
        assertThat(get("/findings/" + MadeUp.ID)).bodyText().contains("data-testid=\"due\"");
    }

    @Test
    void changesAllThatAFilterFindsAfterAPreview() {
        assertThat(get("/findings?severity=HIGH&assignee=none&pageToken=bmV4dA"))
                .bodyText()
                .contains("href=\"/findings/change?severity=HIGH&amp;assignee=none\"");
        var address = "/findings/change?severity=HIGH&assignee=none";
        assertThat(get(address)).bodyText().contains("Findings: 1,207").doesNotContain("bulk-confirm");

        var form = Map.of("newStatus", "NOTIFIED", "newAssignee", "kim", "note", "told");
        assertThat(afterPost("/findings/change/preview?severity=HIGH&assignee=none", form))
                .contains("would change: 1,200", "a rule hides them: 7", "name=\"expected\" value=\"1207\"");
        var change = new WorkflowChange(WorkflowStatus.NOTIFIED, Optional.of("kim"), "told");
        var filter = new FindingFilter.Assignees(Set.of(), true);
        verify(workflow).preview(argThat(it -> it != null && it.assignees().equals(filter)), eq(change));

        var confirmed = new HashMap<>(form);
        confirmed.put("expected", "1207");
        assertThat(afterPost(address, confirmed)).contains("Findings changed: 1,200", "a rule hides them: 7");
        verify(workflow)
                .changeAll(
                        argThat(it -> it.severities().equals(Set.of(Severity.HIGH))),
                        eq(change),
                        eq(1207L),
                        eq("admin"));
    }

    @Test
    void saysWhyManyFindingsCannotBeChanged() {
        assertThat(afterPost("/findings/change/preview?severity=HIGH", Map.of()))
                .contains("Say what is to change")
                .doesNotContain("bulk-confirm");
        assertThat(afterPost("/findings/change/preview?severity=HIGH", Map.of("newAssignee", "none")))
                .contains("is a word of the filter");
        when(workflow.changeAll(any(), any(), eq(9L), any()))
                .thenThrow(new Refusal.Conflict(WorkflowCode.FINDINGS_MOVED, null, 9, 10));
        assertThat(afterPost("/findings/change?severity=HIGH", Map.of("newStatus", "NOTIFIED", "expected", "9")))
                .contains("Nothing was changed");
    }

    @Test
    void exportsWhatItsFiltersShow() {
        var page = get("/findings?severity=HIGH&resourceId=a,b&pageToken=bmV4dA");
        var export = "/findings/export?severity=HIGH&amp;resourceId=a,b&amp;format=";
        assertThat(page).bodyText().contains(export + "csv&amp;bom=true\"");
        for (var format : Format.values()) {
            assertThat(page).bodyText().contains(export + format + "\"");
        }
        assertThat(get("/findings/export?severity=HIGH,LOW&resourceId=a,b&assignee=Doe, J&format=csv&bom=true"))
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8");
        verify(exports)
                .write(
                        argThat(filter -> filter.severities().equals(Set.of(Severity.HIGH, Severity.LOW))
                                && filter.resourceArns().equals(Set.of("a,b"))
                                && filter.assignees().names().equals(Set.of("Doe, J"))),
                        eq(new ExportFile(Format.CSV, true, Locale.ENGLISH)),
                        any());
    }

    @ParameterizedTest
    @CsvSource({
        "/standards/cis/coverage, 404",
        "/standards/fsbp/coverage?state=BAD, 400",
        "/controls/nope, 404",
        "/controls/S3.99, 404",
        "/findings/1, 404",
        "/scans/" + "00000000-0000-0000-0000-000000000099, 404",
        "/findings?severity=BAD, 400",
        "/findings/export, 400",
        "/findings/export?format=pdf, 400",
        "/findings/export?format=ocsf&bom=true, 400",
        "/?days=8, 400",
        "/controls?status=BAD, 400",
        "/?account=999999999999, 404"
    })
    void saysWhatIsWrongWithTheAddress(String path, int status) {
        assertThat(get(path)).hasStatus(status).bodyText().contains("Back to the overview", "id=\"menu\"");
    }

    @Test
    void saysWhyItRefuses() {
        when(lists.list(argThat(it -> it != null && "rare".equals(it.text())), any(), any()))
                .thenThrow(new Refusal.Impossible(FindingCode.SEARCH_TOO_LONG, "q"));
        assertThat(get("/findings?q=rare"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("It takes too long to find this text", "Back to the overview");
        assertThat(mvc.get().uri("/findings?q=rare").locale(Locale.JAPANESE))
                .bodyText()
                .contains("この語句を探すには時間がかかりすぎます");
    }

    @Test
    void speaksTheLanguageOfTheBrowser() {
        assertThat(mvc.get().uri("/controls").locale(Locale.JAPANESE))
                .bodyText()
                .contains("コントロール", "重要度");
        assertThat(mvc.get().uri("/controls").locale(Locale.FRENCH)).bodyText().contains("Severity");
    }

    @Test
    void tellsWhatBecomesOfTheStandardAndHowItDiffers() {
        assertThat(get("/standards/fsbp/coverage?q=ec2.18"))
                .bodyText()
                .contains("2 of the 4 controls", "2 of 2 evaluated", "AWS does not say", "https://aws.example/")
                .doesNotContain("Title of EC2.19", "Title of ACM.1");
        assertThat(mvc.get().uri("/standards/fsbp/coverage?state=RETIRED").locale(Locale.JAPANESE))
                .bodyText()
                .contains("1 件中 0 件を評価", "AutoScaling.4", "評価は継続")
                .doesNotContain("Autoscaling.5");
    }

    @Test
    void saysWhyALineMoved() {
        assertThat(get("/controls/EC2.18"))
                .bodyText()
                .contains("and what was suppressed", "Only during the move of the office.")
                .containsPattern("(?s)data-testid=\"movement\">.*Archived.*the region is not watched any more")
                .containsPattern("(?s)>Notified</span>.*sign-suppressed\">Suppressed<");
        assertThat(mvc.get().uri("/controls/EC2.18").locale(Locale.JAPANESE))
                .bodyText()
                .contains("抑制の設定・解除")
                .containsPattern("(?s)>通知済み</span>.*sign-suppressed\">抑制済み<");
    }

    @Test
    void leadsToWhatCoverageLacks() {
        assertThat(get("/"))
                .bodyText()
                .containsPattern("href=\"/scans/" + MadeUp.ID + "#coverage\">[^<]+\\(2 checks\\)</a>");
        assertThat(get("/scans/" + MadeUp.ID))
                .bodyText()
                .contains("id=\"coverage\"", "id=\"missing-policy\"", "became=FAILED", "EC2.18", "0 of 2 services");
    }

    @Test
    void saysWhatTagsAreForAndWhereTheyAreNotKnown() {
        assertThat(get("/scans/" + MadeUp.ID)).bodyText().containsPattern("tag:GetResources(?s:.*)Suppressions by tag");
        assertThat(get("/accounts/policies"))
                .bodyText()
                .containsPattern("tag:GetResources(?s:.*)Suppressions by tag")
                .contains("Shisei itself");
        assertThat(get("/resources/" + MadeUp.UNTAGGED)).bodyText().contains("data-testid=\"tags-unread\"");
        assertThat(get("/resources/" + MadeUp.ID))
                .bodyText()
                .contains("env=prod")
                .doesNotContain("tags-unread");
    }

    @Test
    void saysBesideAScoreThatSomeFindingsAreUnknown() {
        assertThat(get("/controls"))
                .bodyText()
                .containsPattern("(?s)data-testid=\"control-score\"><span>100%</span>.*2 unknown</a>")
                .doesNotContain("0 unknown");
    }

    @Test
    void saysWhetherWeAreBetterThanAWeekAgoAndWhy() {
        assertThat(get("/?ou=/Workloads/Prod, web"))
                .bodyText()
                .containsPattern("(?s)data-testid=\"change\" href=\"/movements\\?from=2026-09-24&amp;to=2026-09-30&amp;"
                        + "standardId=fsbp[^\"]*ou=/Workloads/Prod,%20web\"><span class=\"way\">\\+2<")
                .containsPattern("(?s)way-down.*data-testid=\"change\"[^>]*><span class=\"way\">−6<")
                .containsPattern("(?s)data-testid=\"why\".*cause=FIXED[^>]*>1 fixed")
                .contains("No improvement: what fails was only lost from sight.");
    }

    @Test
    void saysWhatToFixFirst() {
        assertThat(get("/"))
                .bodyText()
                .containsPattern("(?s)data-testid=\"priority\".*EC2\\.18.*>1,284<.*70 days.*1,000</a>\\+.*\\+0\\.4")
                .containsPattern("(?s)data-testid=\"priority\".*RDS\\.24.*today.*still unknown");
    }

    @Test
    void ranksAccounts() {
        assertThat(get("/"))
                .bodyText()
                .containsPattern(
                        "(?s)data-testid=\"account-rank\".*Production.*33.*Sample.*−3.*Not scanned lately.*None yet");
    }

    @Test
    void drawsTrendsWithoutScripts() {
        assertThat(get("/"))
                .bodyText()
                .containsPattern("<path class=\"plot-line\" d=\"M[^\"]+\"")
                .containsPattern(
                        "(?s)data-testid=\"mark\"[^>]*href=\"/movements\\?day=2026-09-30.*62.5% → 66.7%, 1 fixed")
                .containsPattern("(?s)data-testid=\"trend-values\".*2026-09-30");
        assertThat(get("/?trend=FAILING&days=7"))
                .bodyText()
                .containsPattern(
                        "(?s)data-testid=\"failing-trend\".*Critical.*<path class=\"plot-line\" d=\"M[^\"]+\".*overdue-trend")
                .doesNotContain("data-testid=\"plot\"");
    }

    @Test
    void listsWhatMovedOverSeveralDays() {
        assertThat(get("/movements?from=2026-09-24&to=2026-09-30&ou=/Workloads"))
                .bodyText()
                .containsPattern("(?s)2026-09-24</span> – <span>2026-09-30.*/Workloads");
    }

    @Test
    void saysHowLongToWaitAfterTooManyLogins() {
        assertThat(tooMany().requestAttr("wait", 1L))
                .hasStatus(429)
                .bodyText()
                .contains("Please try again in one second.");
        assertThat(tooMany().requestAttr("wait", 240L)).bodyText().contains("Please try again in 240 seconds.");
        assertThat(tooMany().requestAttr("wait", 240L).locale(Locale.JAPANESE))
                .bodyText()
                .contains("240 秒後");
        assertThat(tooMany()).bodyText().contains("Please try again in a moment.");
    }

    @ParameterizedTest
    @CsvSource({
        "404, There is no such page",
        "418, This request cannot be understood",
        "500, Something went wrong here",
        "501, Something went wrong here",
        "503, The database cannot be reached"
    })
    void saysWhatBecameOfTheRequest(int status, String title) {
        assertThat(failed(status))
                .hasStatus(status)
                .bodyText()
                .containsOnlyOnce("<p class=\"faint mb-1\">" + status + "</p>")
                .contains("<title>" + title, "<h1>" + title + "</h1>")
                .doesNotContain("??");
    }

    private MockMvcTester.MockMvcRequestBuilder tooMany() {
        return failed(429);
    }

    private MockMvcTester.MockMvcRequestBuilder failed(int status) {
        return mvc.get()
                .uri("/error")
                .accept(MediaType.TEXT_HTML)
                .locale(Locale.ENGLISH)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .with(PagesTests::dispatchedAsAnError);
    }

    private static MockHttpServletRequest dispatchedAsAnError(MockHttpServletRequest request) {
        request.setDispatcherType(DispatcherType.ERROR);
        return request;
    }

    @Test
    void hasNoPageOfErrorsToAskFor() {
        assertThat(get("/error")).hasStatus(404);
    }

    @Test
    void keepsTheChosenLanguage() {
        var answer = get("/controls?lang=ja");
        assertThat(answer).bodyText().contains("重要度");
        assertThat(answer.getResponse().getCookie("shisei-language")).isNotNull();
    }

    @Test
    void filtersControls() {
        assertThat(get("/controls?severity=CRITICAL&severity=MEDIUM"))
                .bodyText()
                .contains("data-control=\"EC2.19\"", "data-control=\"RDS.24\"")
                .doesNotContain("data-control=\"EC2.18\"");
        assertThat(get("/controls?q=RISKY")).bodyText().contains("EC2.19").doesNotContain("RDS.24");
    }

    @Test
    void showsTheOrganizationAndWhatWasRetired() {
        assertThat(get("/accounts")).bodyText().contains("Retired on 2026-09-30", "/Workloads/Prod");
        assertThat(get("/accounts?lang=ja")).bodyText().contains("2026-09-30 に監視終了");
        assertThat(get("/organization"))
                .bodyText()
                .contains("Active accounts: 12, added: 2, retired: 1, linked: 1, no access: 3")
                .contains("{accountId} and {partition} stand for");
        assertThat(get("/organization?lang=ja")).bodyText().contains("今すぐ同期");
    }

    @Test
    void syncsWithTheOrganization() {
        assertThat(mvc.post().uri("/organization/sync")).hasRedirectedUrl("/organization");
        verify(organizations).sync();
    }

    @Test
    void saysWhichPartOfTheOrganizationsFormIsWrong() {
        assertThat(mvc.post().uri("/organization").param("memberRole", "role/shisei"))
                .hasRedirectedUrl("/organization")
                .flash()
                .hasEntrySatisfying(
                        FormProblem.ATTRIBUTE,
                        problem -> assertThat(((FormProblem) problem).field()).isEqualTo("memberRole"));
        verify(organizations, never()).follow(any());
    }

    @Test
    void breaksTheSparklineWhereThereWasNoScore() {
        assertThat(get("/controls")).bodyText().containsPattern("d=\"M[^\"]*M");
    }

    @Test
    void handsTheFiltersOfFindingsOn() {
        get("/findings?severity=HIGH&region=us-east-1&q=web");
        verify(lists)
                .list(
                        argThat(it -> it != null
                                && "web".equals(it.text())
                                && it.regions().contains("us-east-1")),
                        eq(FindingOrder.SEVERITY),
                        any());
    }

    @Test
    void answersHtmxWithRowsOnly() {
        assertThat(mvc.get().uri("/findings?pageToken=bmV4dA").header("HX-Request", "true"))
                .bodyText()
                .contains("finding-row")
                .doesNotContain("<html", "<main");
    }

    @Test
    void stopsAskingWhenTheScanHasEnded() {
        assertThat(get("/scans/" + new UUID(0, 1) + "/live"))
                .bodyText()
                .contains("data-live-events", "cancel-scan", "data-copy");
        assertThat(get("/scans/" + new UUID(0, 3) + "/live")).bodyText().doesNotContain("data-live", "cancel-scan");
    }

    @Test
    void linksToTheScanThatRuns() {
        var running = new Refusal.Conflict(ScanCode.SCAN_RUNNING, MadeUp.ID.toString(), "111122223333", MadeUp.ID);
        when(scanner.start(argThat(it -> it != null && it.accountId().equals("111122223333"))))
                .thenThrow(running);
        assertThat(afterPost("/scans", Map.of("accountId", "111122223333")))
                .contains("running already", "/scans/" + MadeUp.ID);
    }

    @Test
    void saysThatAwsDoesNotTellTheRegionsOfAScan() {
        when(scanner.start(argThat(it -> it != null && it.regions() != null)))
                .thenThrow(AccountCode.accessRefused("AccessDenied: no trust"));
        assertThat(afterPost("/scans", Map.of("accountId", "123456789012", "regions", "us-east-1")))
                .contains("AccessDenied: no trust", "value=\"us-east-1\"");
    }

    @Test
    void refusesAScanOfWhatIsNoRegion() {
        assertThat(afterPost("/scans", Map.of("accountId", "123456789012", "regions", "Tokyo")))
                .contains("id=\"regions-problem\"", "is not a region");
    }

    @Test
    void saysThatTheIdOfTheSampleIsTaken() {
        doThrow(new Refusal.Conflict(AccountCode.ALREADY_WATCHED, "111122223333", "111122223333"))
                .when(sample)
                .load();
        assertThat(afterPost("/sample/load", Map.of())).contains("111122223333 is being watched already");
    }

    @Test
    void saysWhyAMemberOfTheOrganizationStays() {
        doThrow(new Refusal.Impossible(AccountCode.MANAGED_BY_ORGANIZATION, null))
                .when(registration)
                .delete("123456789012");
        assertThat(afterPost("/accounts/123456789012/delete", Map.of())).contains("the next sync would bring it back");
    }

    @Test
    void showsTheStepsOnTheWayIntoAnAccount() {
        assertThat(get("/accounts/new"))
                .bodyText()
                .contains("data-state=\"NOT_TRIED\"")
                .doesNotContain("FAILED");
        var form = Map.of("name", "Shop", "roleArn", "arn:aws:iam::123456789012:role/shisei", "externalId", "f3a9");
        assertThat(afterPost("/accounts/trial", form))
                .contains("AWS answered AccessDenied", "value=\"Shop\"", "data-step=\"ROLE\" data-state=\"FAILED\"")
                .contains(
                        "TrustedPrincipalArn=&#39;arn:aws:iam::999988887777:role/service&#39;",
                        "ExternalId=&#39;f3a9&#39;");
        assertThat(afterPost("/accounts/trial", Map.of("roleArn", "shisei"))).contains("is not the ARN of a role");
    }

    @Test
    void listsAccountsWithTheirScores() {
        assertThat(get("/accounts")).bodyText().contains(">33%<", ">61%<", "way-up\">+2<", "way-down\">−3<");
    }

    @Test
    void saysHowAnAccountIs() {
        assertThat(get("/accounts/123456789012"))
                .bodyText()
                .contains("s3:GetBucketAcl", "id=\"missing-policy\"", "/scans/" + new UUID(0, 3), "EC2.18");
    }

    @Test
    void changesOnlyWhatWasEdited() {
        afterPost(
                "/accounts/123456789012",
                Map.of(
                        "name", "Production",
                        "roleArn", "arn:aws:iam::123456789012:role/shisei",
                        "externalId", "",
                        "regions", "ap-northeast-1, us-east-1"));
        verify(registration).change("123456789012", new AccountChange("Production", null, Optional.empty(), null));
    }

    @Test
    void saysWhatIsWrongWithTheRegionsOfTheOrganization() {
        var form = Map.of("memberRole", "arn:aws:iam::{accountId}:role/shisei", "memberRegions", "Tokyo");
        assertThat(afterPost("/organization", form)).contains("&#39;Tokyo&#39; is not a region");
        assertThat(afterPost("/organization", with(form, "listingRole", "shisei")))
                .contains("id=\"listingRole-problem\"");
    }

    @Test
    void keepsWhatWasTypedWhenAwsRefuses() {
        when(registration.register(argThat(it -> it != null && it.name().equals("Shop"))))
                .thenThrow(AccountCode.accessRefused("AccessDenied: no trust").at("roleArn"));
        assertThat(afterPost("/accounts", Map.of("name", "Shop", "regions", "us-east-1")))
                .contains("id=\"roleArn-problem\"", "AccessDenied: no trust", "value=\"Shop\"", "value=\"us-east-1\"");
    }

    @Test
    void refusesAnArnThatIsNoRole() {
        assertThat(afterPost("/accounts", Map.of("name", "Other", "roleArn", "arn:nonsense")))
                .contains("is not the ARN of a role", "value=\"arn:nonsense\"");
    }

    @Test
    void showsTheErrorOfACronAtItsField() {
        var form = Map.of("name", "Often", "cron", "61 * * * *", "zone", "UTC", "everyAccount", "true");
        assertThat(afterPost("/schedules", form)).contains("id=\"cron-problem\"", "61 * * * *", "value=\"Often\"");
    }

    @Test
    void beginsARuleWithTheFindingToBeSuppressed() {
        assertThat(get("/findings/" + MadeUp.ID))
                .bodyText()
                .contains("/suppressions/new?finding=")
                .containsPattern("name=\"controlIds\" value=\"EC2.18\".*name=\"resourcePatterns\" value=\"arn:");
        assertThat(get("/suppressions/new?finding=" + MadeUp.ID))
                .bodyText()
                .contains("value=\"EC2.18\"", ">" + MadeUp.subject().arn() + "</textarea>", "value=\"2026-12-29\"")
                .contains("Findings that would be hidden: 41", "FSBP: 33% now, 50% with the rule")
                .contains("it would have hidden 44 findings", ">2026-07-03<", ">2026-07-05<")
                .doesNotContain(">2026-07-04<");
    }

    @Test
    void previewsARuleBeforeItHasAReason() {
        assertThat(afterPost("/suppressions/preview", Map.of("resourcePatterns", "arn:aws:s3:::test-*")))
                .contains(">arn:aws:s3:::test-*</textarea>", "Findings that would be hidden: 41");
        assertThat(afterPost("/suppressions/preview", Map.of("tagsAll", "=prod")))
                .contains("is not a tag");
    }

    @Test
    void saysWhatARuleLacks() {
        var form = Map.of("controlIds", "EC2.18", "reason", "on purpose", "owner", "web team");
        assertThat(afterPost("/suppressions", with(form, "reason", " "))).contains("id=\"reason-problem\"");
        assertThat(afterPost("/suppressions", with(form, "controlIds", "")))
                .contains("Name at least one thing that findings must fit");
        assertThat(afterPost("/suppressions", with(form, "expiresAt", "soon")))
                .contains("id=\"expiresAt-problem\"", "value=\"web team\"");
        assertThat(afterPost("/suppressions", form)).contains("The rule is in force.");
    }

    @Test
    void showsScoresAsIfNothingWereSuppressed() {
        assertThat(get("/")).bodyText().contains("With nothing suppressed: 30%");
        assertThat(get("/controls/EC2.18")).bodyText().contains("Score with nothing suppressed");
        assertThat(get("/controls/EC2.19")).bodyText().doesNotContain("Score with nothing suppressed");
    }

    @Test
    void editsTheVersionOfARuleThatWasShown() {
        var page = "/suppressions/" + MadeUp.ID + "/edit";
        assertThat(get(page))
                .bodyText()
                .contains("name=\"version\" value=\"3\"", ">/Workloads/Prod, web</textarea>", ">tier=1</textarea>")
                .contains("value=\"2026-10-30\"", ">*-prod</textarea>");
        var form = Map.of("controlIds", "EC2.18", "reason", "on purpose", "owner", "web team", "version", "3");
        assertThat(afterPost(page, with(form, "reviewOn", "soon"))).contains("id=\"reviewOn-problem\"");
        assertThat(afterPost(page, with(form, "note", "The team moved"))).contains("The rule is in force.");
        verify(suppressions).edit(eq(MadeUp.ID), eq(3), any(), eq("The team moved"), any());
        assertThat(get("/suppressions/" + MadeUp.ID))
                .bodyText()
                .contains(">Owner</span>", "network team", "The team moved");
    }

    @Test
    void importsRulesAndNamesWhatIsLeftOutLineByLine() {
        assertThat(get("/suppressions")).bodyText().contains("/suppressions/import");
        var form = Map.of("format", "PROWLER", "text", "Mutelist: {}", "reason", "moved", "owner", "web team");
        assertThat(afterPost("/suppressions/import/check", form))
                .contains(
                        "Rules that would be made: 1, there already: 0, left out: 1",
                        "Rules here cannot look at SeverityLabel.")
                .contains(">Mutelist: {}</textarea>", "value=\"PROWLER\" selected");
        assertThat(afterPost("/suppressions/import", form))
                .contains("Rules made: 1, there already: 0, left out: 1", "/suppressions/" + MadeUp.ID + "\"");
    }

    @Test
    void letsAnotherUserApproveARule() {
        var rule = "/suppressions/00000000-0000-0000-0000-000000000003";
        assertThat(get(rule)).bodyText().contains("Waits for approval", "What kim wishes here", rule + "/approve");
        assertThat(afterPost(rule + "/approve", Map.of("version", "1", "note", "")))
                .contains("The rule is in force.");
    }

    @Test
    void listsTheRulesThatAreDueForReview() {
        assertThat(get("/suppressions")).bodyText().contains("Rules due for review: 1", ">Review due<");
        assertThat(get("/suppressions?reviewDue=true"))
                .bodyText()
                .contains("All rules")
                .doesNotContain("社内検証用");
    }

    @Test
    void previewsTenRuns() {
        assertThat(get("/schedules/preview?cron=0 3 * * *&zone=Asia/Tokyo"))
                .bodyText()
                .containsPattern("(?s)(<time.*?){10}")
                .contains("2026-09-30T18:00:00Z");
    }

    @Test
    void previewsWithoutTheRunsOfBlackoutWindows() {
        assertThat(get("/schedules/preview?cron=0 3 * * *&zone=UTC&windows[0].days=THURSDAY&windows[0].from=02:00"
                        + "&windows[0].to=04:00&windows[1].from="))
                .bodyText()
                .containsPattern("(?s)(<time.*?){10}")
                .contains("left out by blackout windows until then: 2")
                .doesNotContain("2026-10-01T03:00:00Z");
        assertThat(get("/schedules/preview?cron=0 3 * * *&zone=UTC&windows[0].from=00:00&windows[0].to=00:00"))
                .bodyText()
                .contains("never runs outside its blackout windows");
        assertThat(get("/schedules/preview?cron=0 3 * * *&zone=UTC&windows[0].from=02:00"))
                .bodyText()
                .contains("both the start and the end");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /schedules, windows[256].from",
        "POST, /schedules, windows[a].from",
        "POST, /schedules, windows[0",
        "POST, /schedules, windows[0].days.a",
        "POST, /schedules, cron.bytes",
        "POST, /schedules, accountIds[0].a",
        "POST, /schedules, ous[].a",
        "POST, /scans, controlIds[0]",
        "POST, /accounts, name.a",
        "GET, /schedules/preview, class.module",
        "GET, /findings, severity[0]",
        "GET, /resources, q.a",
        "GET, /controls, status[a].b"
    })
    void refusesFieldsThatAFormCannotHave(HttpMethod method, String path, String field) {
        var answer = mvc.method(method)
                .uri(path)
                .param(field, "a")
                .locale(Locale.ENGLISH)
                .exchange();
        assertThat(answer).hasStatus(400).bodyText().contains("Back to the overview");
    }

    @Test
    void keepsTheSettingsOfASchedule() {
        var form = Map.of(
                "name", "Often",
                "cron", "0 * * * *",
                "zone", "UTC",
                "everyAccount", "true",
                "regions", "us-east-1, eu-west-1",
                "controlIds", "EC2.18",
                "jitterMinutes", "15",
                "missedRuns", "RUN_ONCE",
                "windows[1].from", "22:00",
                "windows[1].to", "04:00");
        afterPost("/schedules", form);
        verify(schedules)
                .create(argThat(plan -> List.of("us-east-1", "eu-west-1").equals(plan.regions())
                        && List.of(new ControlId("EC2.18")).equals(plan.controls())
                        && plan.jitterMinutes() == 15
                        && plan.missedRuns() == MissedRuns.RUN_ONCE
                        && plan.timetable().blackouts().size() == 1));
    }

    @Test
    void keepsTheUnitsOfASchedule() {
        afterPost("/schedules", Map.of("name", "a", "cron", "0 * * * *", "ous", "/Workloads/Prod, web"));
        verify(schedules)
                .create(argThat(
                        plan -> plan.selection().equals(new Selection(null, List.of(new Ou("/Workloads/Prod, web"))))));
    }

    @Test
    void showsTheUnitsOfASchedule() {
        assertThat(get("/schedules"))
                .bodyText()
                .contains("/Sandbox (accounts: 0)", "/Workloads/Prod, web (accounts: 3)", "210987654321")
                .doesNotContain("whole organization");
        assertThat(get("/schedules/" + MadeUp.ID))
                .bodyText()
                .contains("the whole organization (accounts: 12)", "/Sandbox (accounts: 0)", "No accounts to scan")
                .containsPattern("value=\"/Workloads/Prod, web\" checked");
    }

    @Test
    void offersRetiredAccountsOnlyWhereTheyAreChosen() {
        assertThat(get("/schedules/new"))
                .bodyText()
                .contains("Production (123456789012)")
                .doesNotContain("210987654321");
        assertThat(get("/schedules/" + MadeUp.ID)).bodyText().contains("Old shop (210987654321), retired");
    }

    @Test
    void showsThatAUnitHasNoAccounts() {
        var gone = new Refusal.Impossible(ScheduleCode.EMPTY_OU, "ous", "/Gone", "/, /Workloads");
        when(schedules.create(argThat(plan -> plan != null && plan.name().equals("gone"))))
                .thenThrow(gone);
        var form = Map.of("name", "gone", "cron", "0 * * * *", "ous", "/Gone");
        assertThat(afterPost("/schedules", form))
                .contains("id=\"ous-problem\"", "OUs with accounts: /, /Workloads", "/Gone (accounts: 0)");
        assertThat(afterPost("/schedules", Map.of("name", "none", "cron", "0 * * * *")))
                .contains("choose at least one account or OU");
    }

    @Test
    void showsWhatIsWrongWithTheSettingsOfASchedule() {
        var form = Map.of("name", "a", "cron", "0 * * * *", "everyAccount", "true");
        assertThat(afterPost("/schedules", with(form, "regions", "Tokyo"))).contains("id=\"regions-problem\"", "Tokyo");
        when(schedules.create(argThat(it -> it != null && it.controls() != null)))
                .thenThrow(new Refusal.Impossible(ControlCode.UNKNOWN_CONTROL, "controlIds/0", "S3.99"));
        assertThat(afterPost("/schedules", with(form, "controlIds", "S3.99")))
                .contains("id=\"controlIds-problem\"", "There is no control S3.99");
        assertThat(afterPost("/schedules", with(form, "jitterMinutes", "61"))).contains("over 0 to 60 minutes");
        assertThat(afterPost("/schedules", with(with(form, "windows[0].from", "00:00"), "windows[0].to", "00:00")))
                .contains("id=\"blackouts-problem\"");
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }

    @Test
    void runsPausesAndShowsWhatBecameOfRuns() {
        assertThat(afterPost("/schedules/" + MadeUp.ID + "/run", Map.of()))
                .contains("scans started in 1/2 accounts", "is not watched in account", "Ran late", "runs missed: 3");
        afterPost("/schedules/" + MadeUp.ID + "/enabled", Map.of("enabled", "false"));
        verify(schedules).change(eq(MadeUp.ID), argThat(plan -> !plan.enabled() && plan.jitterMinutes() == 30));
    }

    @Test
    void changesParametersWithTheirTypes() {
        var form = Map.of("at", "/Workloads", "p.authorizedTcpPorts", "80, 8443", "enabled", "", "note", " a test ");
        assertThat(afterPost("/controls/EC2.18/settings", form)).contains("Its findings follow at once");
        verify(controls)
                .say(
                        new ControlId("EC2.18"),
                        Level.of("/Workloads", null),
                        new Values(null, Map.of("authorizedTcpPorts", List.of(80L, 8443L))),
                        "a test",
                        "admin");
    }

    @Test
    void showsWhatASettingWouldDoAndKeepsNothing() {
        var form = Map.of("at", "/Workloads", "p.authorizedTcpPorts", "8443", "enabled", "", "note", "kept by nobody");
        assertThat(afterPost("/controls/EC2.18/settings/preview", form))
                .contains("1,200", "EC2.18: 0.0% now, 99.9% then", "FSBP: 61% now, 62% then", "17 places were left out")
                .contains("value=\"8443\"", "kept by nobody");
        verify(controls, never()).say(any(), any(), any(), eq("kept by nobody"), any());
    }

    @Test
    void keepsWhatWasTypedWhereASettingCannotBe() {
        doThrow(new Refusal.Impossible(ControlCode.SETTING_ACCOUNT_NOT_WATCHED, "accountId", "210987654321"))
                .when(controls)
                .say(any(), eq(Level.of(null, "210987654321")), any(), any(), any());
        var form = Map.of("at", "210987654321", "p.authorizedTcpPorts", "8443", "note", "the reason");
        assertThat(afterPost("/controls/EC2.18/settings", form))
                .contains("Account 210987654321 is not being watched", "value=\"8443\"", "the reason");
    }

    @Test
    void showsWhatIsSaidOfAControlAndWhoSaidIt() {
        assertThat(get("/controls/EC2.18/settings?at=/Workloads/Plants"))
                .bodyText()
                .contains("OU /Workloads/Plants", "80, 8000-8100", "Account 123456789012", "the plant", "by alice")
                .contains("22 of 34 done, 1,200 findings changed so far", "In 2 places");
    }

    @Test
    void saysThatTheFindingWasChangedMeanwhile() {
        when(workflow.change(eq(MadeUp.ID), anyInt(), any(), any()))
                .thenThrow(new Refusal.Stale(FindingCode.FINDING_CHANGED, 2, 3));
        var form = Map.of("status", "SUPPRESSED", "version", "2", "note", "accepted risk");
        assertThat(afterPost("/findings/" + MadeUp.ID + "/workflow", form))
                .contains("was changed since it was read", "accepted risk");
    }

    @Test
    void removesAnAccountThroughItsOnlyDoor() {
        mvc.post().uri("/accounts/111122223333/delete").exchange();
        verify(registration).delete("111122223333");
    }

    @Test
    void readsAResourceAgainAndShowsWhatCameOfIt() {
        assertThat(afterPost("/resources/" + MadeUp.ID + "/recheck", Map.of()))
                .contains("every control of its type has judged it");
        when(rechecks.recheckResource(any(), any()))
                .thenThrow(new Refusal.Conflict(ScanCode.RECHECK_RUNNING, null))
                .thenReturn(new Recheck(MadeUp.ID, MadeUp.ID, Instant.EPOCH, Recheck.Outcome.READ));
        assertThat(afterPost("/resources/" + MadeUp.ID + "/recheck", Map.of()))
                .contains("Somebody else checks this resource again");
    }

    @Test
    void listsTheResourcesOfAUnit() {
        when(accounts.named(Set.of(), "/Shops")).thenReturn(Set.of("111122223333"));
        assertThat(get("/resources?ou=/Shops"))
                .bodyText()
                .contains("name=\"ou\" value=\"/Shops\"", "<a class=\"chip\"");
        verify(resources)
                .list(assertArg(filter -> assertThat(filter.accountIds()).containsExactly("111122223333")), any());
    }

    @Test
    void suggestsWhatIsMeantWhileSomebodyTypes() {
        assertThat(get("/")).bodyText().contains("list=\"suggestions\"", "hx-get=\"/search/suggestions\"");
        assertThat(get("/search/suggestions?q=dat"))
                .bodyText()
                .contains("<option value=\"123456789012\" label=\"Production data\">")
                .contains("<option value=\"S3.8\" label=\"Buckets block public access\">")
                .contains("<option value=\"arn:aws:s3:::customer-data-1\"")
                .doesNotContain("<html");
    }

    @Test
    void saysThatTheDatabaseIsAway() {
        when(schedules.find(new UUID(0, 503))).thenThrow(new DataAccessResourceFailureException("gone"));
        assertThat(get("/schedules/" + new UUID(0, 503)))
                .hasStatus(503)
                .bodyText()
                .contains("database cannot be reached");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).locale(Locale.ENGLISH).exchange();
    }

    /** The page to which the browser is sent after the form. */
    private String afterPost(String path, Map<String, String> form) {
        var request = mvc.post().uri(path).principal(() -> "admin");
        form.forEach(request::param);
        var answer = request.exchange();
        assertThat(answer).hasStatus3xxRedirection();
        var to = answer.getResponse().getRedirectedUrl();
        var page = mvc.get().uri(to.replaceAll("#.*", "")).locale(Locale.ENGLISH);
        page.flashAttrs(answer.getMvcResult().getFlashMap());
        try {
            return page.exchange().getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
