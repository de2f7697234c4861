package io.shisei.api.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.api.ApiTest;
import io.shisei.api.Some;
import io.shisei.comparison.Agreement;
import io.shisei.comparison.Compared;
import io.shisei.comparison.Comparisons;
import io.shisei.comparison.ControlComparison;
import io.shisei.comparison.HubFindings;
import io.shisei.comparison.HubImport;
import io.shisei.comparison.LeftOut;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Evidence;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.WorkflowStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class ComparisonControllerTests {

    private static final String ACCOUNT = "/api/v1/accounts/123456789012";

    private static final String IMPORTED = """
            {"accountId": "123456789012", "at": "2026-03-01T12:00:00Z", "username": "admin", "findings": 7,
             "regions": ["us-east-1"], "leftOut": [{"reason": "ARCHIVED", "count": 2, "names": ["S3.8"]}]}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    HubFindings hub;

    @Autowired
    Comparisons comparisons;

    @Autowired
    Accounts accounts;

    @Autowired
    Controls controls;

    @BeforeEach
    void oneAccount() {
        when(accounts.findById(Some.ACCOUNT)).thenReturn(Optional.of(Some.account()));
        when(controls.all()).thenReturn(List.of(Some.control("S3.8")));
    }

    private static HubImport imported() {
        var leftOut = List.of(new LeftOut(LeftOut.Reason.ARCHIVED, 2, List.of("S3.8")));
        return new HubImport(Some.ACCOUNT, ApiTest.NOW, "admin", 7, List.of("us-east-1"), leftOut);
    }

    @Test
    void importsAFile() {
        when(hub.bringIn(eq(Some.ACCOUNT), assertArg(file -> assertThat(file).hasContent("[]")), eq("admin")))
                .thenReturn(imported());
        assertThat(mvc.post()
                        .uri(ACCOUNT + "/security-hub-findings")
                        .principal(() -> "admin")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[]"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(IMPORTED);
    }

    @Test
    void showsTheLastImport() {
        assertThat(mvc.get().uri(ACCOUNT + "/security-hub-findings")).hasStatus(404);
        when(hub.last(Some.ACCOUNT)).thenReturn(Optional.of(imported()));
        assertThat(mvc.get().uri(ACCOUNT + "/security-hub-findings")).bodyJson().isStrictlyEqualTo(IMPORTED);
    }

    @Test
    void refusesAnEmptyOutcomeAmongOthers() {
        assertThat(mvc.get().uri(ACCOUNT + "/comparison?outcome=DIFFER,")).hasStatus(400);
    }

    @Test
    void listsBothVerdicts() {
        var evidence = new Evidence(Map.of("BlockPublicAcls", false), List.of(), new TreeSet<>());
        var differ = new Compared(
                Some.BUCKETS_PRIVATE,
                "us-east-1",
                "arn:aws:s3:::data",
                Agreement.DIFFER,
                new Compared.Theirs(ComplianceStatus.PASSED, WorkflowStatus.RESOLVED, "us-east-1", ApiTest.NOW),
                new Compared.Ours(Some.finding(), evidence),
                Some.OTHER_ID);
        var alone = new Compared(
                Some.BUCKETS_PRIVATE, "us-east-1", "x", Agreement.ONLY_THEIRS, differ.theirs(), null, null);
        when(comparisons.list(
                        eq(Some.ACCOUNT),
                        eq(Some.BUCKETS_PRIVATE),
                        eq(Set.of(Agreement.DIFFER, Agreement.ONLY_THEIRS)),
                        any()))
                .thenReturn(Some.page(differ, alone));
        assertThat(mvc.get()
                        .uri(ACCOUNT + "/comparison?controlId=S3.8&outcome=DIFFER&outcome=ONLY_THEIRS")
                        .header("Accept-Language", "ja"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"items": [
                           {"controlId": "S3.8", "region": "us-east-1", "resourceId": "arn:aws:s3:::data",
                            "resourceKey": "00000000-0000-0000-0000-000000000002", "outcome": "DIFFER",
                            "securityHub": {"complianceStatus": "PASSED", "workflowStatus": "RESOLVED",
                                            "region": "us-east-1", "updatedAt": "2026-03-01T12:00:00Z"},
                            "ours": {"findingId": "00000000-0000-0000-0000-000000000001", "complianceStatus": "FAILED",
                                     "workflowStatus": "NEW", "reason": "BlockPublicAcls は false です",
                                     "evidence": {"BlockPublicAcls": false}, "violations": [], "unread": []}},
                           {"controlId": "S3.8", "region": "us-east-1", "resourceId": "x", "resourceKey": null,
                            "outcome": "ONLY_THEIRS",
                            "securityHub": {"complianceStatus": "PASSED", "workflowStatus": "RESOLVED",
                                            "region": "us-east-1", "updatedAt": "2026-03-01T12:00:00Z"},
                            "ours": null}],
                         "nextPageToken": null, "total": {"count": 2, "type": "EXACT"}}""");
    }

    @Test
    void countsByControl() {
        when(comparisons.counts(Some.ACCOUNT))
                .thenReturn(List.of(
                        new ControlComparison(new ControlId("EC2.7"), 9, 0, 0, 0, 0),
                        new ControlComparison(Some.BUCKETS_PRIVATE, 5, 1, 2, 3, 4)));
        assertThat(mvc.get().uri(ACCOUNT + "/comparison/controls?pageSize=1"))
                .bodyJson()
                .extractingPath("items[0]")
                .asMap()
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "controlId", "S3.8", "agree", 5, "differ", 1, "onlyTheirs", 2, "onlyOurs", 3, "unknown", 4));
    }
}
