package io.shisei.api.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.finding.Findings;
import io.shisei.finding.resource.ResourceVerdict;
import io.shisei.finding.resource.ResourceVerdict.State;
import io.shisei.finding.resource.ResourceVerdicts;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import io.shisei.inventory.StoredResources;
import io.shisei.reach.Fact;
import io.shisei.reach.Reach;
import io.shisei.reach.Reachability;
import io.shisei.refusal.Refusal;
import io.shisei.scan.recheck.Recheck;
import io.shisei.scan.recheck.Rechecks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class ResourceControllerTests {

    private static final String BUCKET = """
            {"id": "00000000-0000-0000-0000-000000000002", "arn": "arn:aws:s3:::data", "type": "AWS::S3::Bucket",
             "name": "data", "tags": {}, "accountId": "123456789012", "region": "us-east-1",
             "firstSeenAt": "2026-03-01T12:00:00Z", "changedAt": "2026-03-01T12:00:00Z", "goneAt": null%s}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    StoredResources resources;

    @Autowired
    ResourceVerdicts verdicts;

    @Autowired
    Reachability reachability;

    @Autowired
    Controls controls;

    @Autowired
    Findings findings;

    @Autowired
    Rechecks rechecks;

    Calls api;

    @BeforeEach
    void oneBucket() {
        api = new Calls(mvc);
        var document = new Document(
                Map.of("Acl", "private"), Map.of("Policy", new Gap("s3:GetBucketPolicy", "AccessDenied", "")));
        var bucket = Some.bucket(document);
        when(resources.find(Some.OTHER_ID)).thenReturn(Optional.of(bucket));
        when(resources.list(any(), any())).thenReturn(Some.page(bucket));
        when(verdicts.of(bucket))
                .thenReturn(List.of(
                        new ResourceVerdict(Some.BUCKETS_PRIVATE, null, State.JUDGED, Some.finding()),
                        new ResourceVerdict(new ControlId("S3.9"), null, State.NOT_APPLICABLE, null)));
        when(reachability.of(any(), any()))
                .thenReturn(Optional.of(
                        new Reach(Reach.Answer.NOT_REACHABLE, List.of(new Fact(Fact.Kind.NOT_PUBLIC, "S3.2")))));
        when(controls.all()).thenReturn(List.of(Some.control("S3.8")));
    }

    @Test
    void listsTheInventory() {
        assertThat(api.get("/resources?type=AWS::S3::Bucket&region=us-east-1&withGone=true&q=data"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [%s], \"nextPageToken\": null}".formatted(BUCKET.formatted("")));
        verify(resources).list(assertArg(filter -> assertThat(filter.withGone()).isTrue()), any());
    }

    @Test
    void listsThoseOfTheAccountsInAUnit() {
        when(accounts.named(Set.of(), "/Shops, old")).thenReturn(Set.of(Some.ACCOUNT));
        assertThat(api.get("/resources?ou=/Shops, old")).hasStatusOk();
        verify(resources)
                .list(assertArg(filter -> assertThat(filter.accountIds()).containsExactly(Some.ACCOUNT)), any());
        when(accounts.named(Set.of(), "/Nowhere"))
                .thenThrow(new Refusal.Invalid(AccountCode.NONE_IN_OU, "ou", "/Nowhere"));
        assertThat(api.get("/resources?ou=/Nowhere"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"pointer\":\"ou\"");
    }

    @Test
    void showsTheDocumentAndTheFindings() {
        assertThat(api.get("/resources/" + Some.OTHER_ID))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(BUCKET.formatted("""
                , "document": {"Acl": "private"},
                "gaps": {"Policy": {"action": "s3:GetBucketPolicy", "error": "AccessDenied", "message": ""}},
                "controls": [{"controlId": "S3.8", "state": "JUDGED", "complianceStatus": "FAILED",
                              "reason": "BlockPublicAcls is false", "findingId": "00000000-0000-0000-0000-000000000001"},
                             {"controlId": "S3.9", "state": "NOT_APPLICABLE", "complianceStatus": null, "reason": null,
                              "findingId": null}],
                "findings": [{"controlId": "S3.8"}],
                "internetReach": {"answer": "NOT_REACHABLE", "facts": [{"kind": "NOT_PUBLIC", "subject": "S3.2"}]}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"type=Bucket", "accountId=1", "withGone=perhaps", "resourceType=AWS::S3::Bucket"})
    void refusesWhatItDoesNotKnow(String query) {
        assertThat(api.get("/resources?" + query))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(query.replaceFirst("=.*", ""));
    }

    @Test
    void readsAResourceAgainAndShowsAllItsFindings() {
        when(rechecks.recheckResource(Some.OTHER_ID, "admin"))
                .thenReturn(new Recheck(Some.ID, Some.OTHER_ID, ApiTest.NOW, Recheck.Outcome.GONE));
        when(findings.of(Some.OTHER_ID)).thenReturn(List.of(Some.finding()));
        assertThat(api.post("/resources/" + Some.OTHER_ID + "/recheck", ""))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"id": "00000000-0000-0000-0000-000000000001", "outcome": "GONE", "findings": [{"controlId": "S3.8"}]}
                        """);
    }

    @Test
    void knowsNoOtherResource() {
        assertThat(api.get("/resources/" + Some.ID)).hasStatus(HttpStatus.NOT_FOUND);
    }
}
