package io.shisei.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.when;

import io.shisei.account.Access;
import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.account.trial.AccessTrial;
import io.shisei.account.trial.TriedStep;
import io.shisei.account.trial.TriedStep.State;
import io.shisei.account.trial.TriedStep.Step;
import io.shisei.comparison.ComparisonCode;
import io.shisei.comparison.fetch.HubFetch;
import io.shisei.comparison.fetch.HubFetches;
import io.shisei.comparison.fetch.UnreadRegion;
import io.shisei.comparison.fetch.UnreadRegion.Why;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Reason;
import io.shisei.finding.history.ScanMoves;
import io.shisei.paging.Page;
import io.shisei.refusal.Refusal;
import io.shisei.refusal.Told;
import io.shisei.scan.ScanState;
import io.shisei.scan.Scans;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What operators do by scripts: try an access, ask Security Hub, see what a scan moved. */
@ApiTest
class OperationsTests {

    private static final String FETCH = "/accounts/123456789012/security-hub-findings/fetch";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccessTrial trial;

    @Autowired
    HubFetches fetches;

    @Autowired
    Accounts accounts;

    @Autowired
    Scans scans;

    @Autowired
    ScanMoves moves;

    Calls api;

    @BeforeEach
    void oneAccount() {
        api = new Calls(mvc);
        when(accounts.findById(Some.ACCOUNT)).thenReturn(Optional.of(Some.account()));
    }

    @Test
    void triesAnAccess() {
        var access = new Access("arn:aws:iam::123456789012:role/shisei", "f3a9");
        when(trial.of(access))
                .thenReturn(List.of(
                        new TriedStep(Step.CREDENTIALS, State.DONE, "arn:aws:iam::999988887777:role/service", null),
                        new TriedStep(Step.ROLE, State.FAILED, null, AccountCode.accessRefused("no trust"))));
        assertThat(api.post("/access-trials", """
                        {"roleArn": "arn:aws:iam::123456789012:role/shisei", "externalId": "f3a9"}""")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"steps": [{"step": "CREDENTIALS", "state": "DONE", "problem": null},
                                   {"step": "ROLE", "state": "FAILED", "found": null}]}""");
        assertThat(api.post("/access-trials", "{\"roleArn\": \"shisei\"}")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void asksSecurityHubAndShowsWhatCame() {
        var denied = new UnreadRegion("us-east-1", Why.DENIED, "AccessDeniedException", "no");
        var fetch = new HubFetch(
                Some.ID,
                Some.ACCOUNT,
                "kim",
                ApiTest.NOW,
                ApiTest.NOW,
                List.of("us-east-1"),
                List.of(denied),
                Told.same("none"));
        when(fetches.start(any(), any())).thenReturn(fetch);
        when(fetches.last(Some.ACCOUNT)).thenReturn(Optional.of(fetch));
        assertThat(api.post(FETCH, "")).hasStatus(HttpStatus.ACCEPTED);
        assertThat(api.get(FETCH)).bodyJson().isLenientlyEqualTo("""
                {"accountId": "123456789012", "username": "kim", "regions": ["us-east-1"], "problem": "none",
                 "unread": [{"region": "us-east-1", "why": "DENIED", "error": "AccessDeniedException", "message": "no"}]}""");
        when(fetches.last(Some.ACCOUNT)).thenReturn(Optional.empty());
        assertThat(api.get(FETCH)).hasStatus(HttpStatus.NOT_FOUND);
        when(fetches.start(any(), any()))
                .thenThrow(new Refusal.Conflict(ComparisonCode.FETCH_RUNNING, null, Some.ACCOUNT));
        assertThat(api.post(FETCH, "")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void showsWhatAScanMoved() {
        when(scans.find(Some.ID)).thenReturn(Optional.of(Some.scan(ScanState.COMPLETED)));
        when(moves.sums(Some.ID)).thenReturn(List.of(new Reason(MoveCause.FIXED, Counted.FAILED, Counted.PASSED, 2)));
        when(moves.list(argThat(it -> it != null && it.was() == Counted.FAILED), any(), any()))
                .thenReturn(new Page<>(List.of(), null, Page.Total.exact(2)));
        assertThat(api.get("/scans/" + Some.ID + "/movements/sums")).bodyJson().isStrictlyEqualTo("""
                [{"cause": "FIXED", "was": "FAILED", "became": "PASSED", "findings": 2}]""");
        assertThat(api.get("/scans/" + Some.ID + "/movements?was=FAILED"))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [], \"total\": {\"count\": 2}}");
        assertThat(api.get("/scans/" + Some.ID + "/movements?was=HIDDEN")).hasStatus(HttpStatus.BAD_REQUEST);
    }
}
