package io.shisei.api.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.control.Severity;
import io.shisei.finding.sum.RepairSum;
import io.shisei.finding.sum.RepairSums;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class RepairControllerTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final RepairSum SUM =
            new RepairSum(2, 2 * ApiTest.NOW.minus(Duration.ofHours(30)).getEpochSecond(), 4, 400);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RepairSums repairs;

    @Autowired
    Accounts accounts;

    Calls api;

    @BeforeEach
    void anAccount() {
        api = new Calls(mvc);
        when(accounts.existsById(Some.ACCOUNT)).thenReturn(true);
    }

    @Test
    void showsAgesAndTimesBySeverity() {
        var byControl = Map.of(Some.BUCKETS_PRIVATE, SUM);
        when(repairs.byControl(Circle.ALL, TODAY.minusDays(89), TODAY)).thenReturn(byControl);
        when(repairs.bySeverity(byControl)).thenReturn(Map.of(Severity.HIGH, SUM));
        assertThat(api.get("/repairs")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"from": "2025-12-02", "to": "2026-03-01", "items": [{"id": "HIGH", "open": 2, "meanAgeSeconds": 108000,
                 "fixed": 4, "meanSecondsToFix": 100}]}""");
    }

    @Test
    void showsThemByControlAndByAccount() {
        when(repairs.byControl(Circle.of(Some.ACCOUNT), TODAY, TODAY)).thenReturn(Map.of(Some.BUCKETS_PRIVATE, SUM));
        when(repairs.byAccount(TODAY.minusDays(89), TODAY)).thenReturn(Map.of(Some.ACCOUNT, RepairSum.NONE));
        assertThat(api.get("/repairs?groupBy=CONTROL&days=1&accountId=" + Some.ACCOUNT))
                .bodyJson()
                .extractingPath("$.items[0].id")
                .isEqualTo("S3.8");
        assertThat(api.get("/repairs?groupBy=ACCOUNT")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"id": "123456789012", "open": 0, "meanAgeSeconds": null, "meanSecondsToFix": null}]}""");
    }

    @Test
    void showsThemInTheAccountsOfAUnit() {
        var unit = new Ou("/Shops");
        var circle = Circle.of(unit, List.of(Some.ACCOUNT));
        when(accounts.circle(unit)).thenReturn(circle);
        when(repairs.byControl(circle, TODAY, TODAY)).thenReturn(Map.of(Some.BUCKETS_PRIVATE, SUM));
        assertThat(api.get("/repairs?groupBy=CONTROL&days=1&ou=/Shops"))
                .bodyJson()
                .extractingPath("$.items[0].id")
                .isEqualTo("S3.8");
        assertThat(api.get("/repairs?groupBy=ACCOUNT&ou=/Shops")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "days=0",
                "days=3651",
                "days=many",
                "groupBy=REGION",
                "accountId=210987654321",
                "groupBy=ACCOUNT&accountId=123456789012"
            })
    void refusesWhatMakesNoSense(String query) {
        assertThat(api.get("/repairs?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
    }
}
