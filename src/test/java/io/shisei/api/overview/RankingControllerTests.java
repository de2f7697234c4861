package io.shisei.api.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.finding.sum.Backlog;
import io.shisei.paging.Page;
import io.shisei.scan.Scans;
import io.shisei.score.priority.Priorities;
import io.shisei.score.priority.Priority;
import io.shisei.score.rank.AccountRank;
import io.shisei.score.rank.AccountRanks;
import java.time.Duration;
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
class RankingControllerTests {

    private static final Ou PLANTS = new Ou("/Workloads/Plants");
    private static final Circle UNIT = Circle.of(PLANTS, List.of(Some.ACCOUNT));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Controls controls;

    @Autowired
    Priorities priorities;

    @Autowired
    AccountRanks ranks;

    @Autowired
    Scans scans;

    Calls api;

    @BeforeEach
    void aUnitOfOneAccount() {
        api = new Calls(mvc);
        when(controls.standard("fsbp")).thenReturn(Optional.of(Some.standard()));
        when(accounts.existsById(Some.ACCOUNT)).thenReturn(true);
        when(accounts.circle(any())).thenAnswer(call -> Circle.of(call.<Ou>getArgument(0), List.of()));
        when(accounts.circle(PLANTS)).thenReturn(UNIT);
    }

    @Test
    void listsWhatToFixFirst() {
        var backlog =
                new Backlog(ApiTest.NOW.minus(Duration.ofDays(9)), new Page.Total(1000, Page.Total.Type.AT_LEAST));
        var priority = new Priority(Some.control("S3.8"), 90, 12, Duration.ofHours(1), 100.0 / 240, backlog);
        when(priorities.list("fsbp", UNIT, 3)).thenReturn(List.of(priority));
        assertThat(api.get("/standards/fsbp/priorities?limit=3&ou=/Workloads/Plants"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [{"controlId": "S3.8", "failing": 12, "meanAgeSeconds": 3600, "scoreGain": 0.42,
                         "oldestFailingSince": "2026-02-20T12:00:00Z", "overdue": {"count": 1000, "type": "AT_LEAST"}}]}""");
    }

    @Test
    void ranksAccounts() {
        var rank = new AccountRank(Some.ACCOUNT, 50, -3, 99.5, ApiTest.NOW, false, Map.of(Severity.CRITICAL, 2L));
        when(ranks.list(any(), eq(UNIT), eq(50))).thenReturn(List.of(rank));
        when(scans.lastCompletions(List.of(Some.ACCOUNT))).thenReturn(Map.of(Some.ACCOUNT, ApiTest.NOW));
        assertThat(api.get("/standards/fsbp/accounts?ou=/Workloads/Plants"))
                .bodyJson()
                .isStrictlyEqualTo("""
                {"items": [{"accountId": "123456789012", "score": 50, "change": -3, "coverage": 99.5, "stale": false,
                 "scannedAt": "2026-03-01T12:00:00Z", "lastCompleteScanAt": "2026-03-01T12:00:00Z",
                 "failing": {"CRITICAL": 2}}]}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "priorities?limit=0",
                "priorities?limit=51",
                "priorities?accountId=1",
                "priorities?ou=/Nowhere",
                "priorities?ou=/Workloads/Plants&accountId=123456789012",
                "accounts?limit=1001",
                "accounts?ou=Plants",
                "accounts?accountId=123456789012"
            })
    void refusesWhatMakesNoSense(String query) {
        assertThat(api.get("/standards/fsbp/" + query)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api.get("/standards/none/priorities")).hasStatus(HttpStatus.NOT_FOUND);
    }
}
