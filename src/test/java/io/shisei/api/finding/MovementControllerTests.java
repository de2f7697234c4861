package io.shisei.api.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.control.Controls;
import io.shisei.control.Text;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.MovementFilter;
import io.shisei.finding.history.Movements;
import io.shisei.finding.history.Transition;
import io.shisei.paging.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class MovementControllerTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Movements movements;

    @Autowired
    Accounts accounts;

    @Autowired
    Controls controls;

    Calls api;

    @BeforeEach
    void oneMovement() {
        api = new Calls(mvc);
        when(accounts.existsById(Some.ACCOUNT)).thenReturn(true);
        when(controls.standards()).thenReturn(List.of(Some.standard()));
        when(controls.members(Set.of("fsbp"))).thenReturn(Set.of(Some.BUCKETS_PRIVATE));
        var fixed = new Transition(
                7,
                Some.ID,
                Some.finding().resource(),
                ApiTest.NOW,
                Transition.What.COMPLIANCE_STATUS,
                "FAILED",
                "PASSED",
                Text.NONE,
                null,
                MoveCause.FIXED,
                Some.ID,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
        when(movements.list(any(), any())).thenReturn(new Page<>(List.of(fixed), null, Page.Total.exact(1)));
    }

    @Test
    void listsWhatAReasonCounts() {
        assertThat(api.get("/movements?day=2026-03-01&accountId=" + Some.ACCOUNT
                        + "&controlId=S3.8&cause=FIXED&was=FAILED&became=PASSED"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].transition.cause")
                .isEqualTo("FIXED");
        verify(movements)
                .list(
                        eq(new MovementFilter(
                                DAY,
                                DAY,
                                Circle.of(Some.ACCOUNT),
                                Set.of(Some.BUCKETS_PRIVATE),
                                MoveCause.FIXED,
                                Counted.FAILED,
                                Counted.PASSED)),
                        any());
    }

    @Test
    void listsWhatTheStepOfAStandardCounts() {
        assertThat(api.get("/movements?day=2026-03-01&standardId=fsbp")).hasStatusOk();
        verify(movements)
                .list(
                        eq(new MovementFilter(DAY, DAY, Circle.ALL, Set.of(Some.BUCKETS_PRIVATE), null, null, null)),
                        any());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "day=yesterday",
                "day=2026-03-01&cause=LUCK",
                "day=2026-03-01&accountId=1",
                "day=1&was=A",
                "day=2026-03-01&standardId=none"
            })
    void refusesWhatCannotBe(String query) {
        assertThat(api.get("/movements?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void knowsNothingOfDaysThatNobodyMeans() {
        assertThat(api.get("/movements?day=0000-01-01")).hasStatusOk();
    }
}
