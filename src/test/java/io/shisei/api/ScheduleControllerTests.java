package io.shisei.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.schedule.Cron;
import io.shisei.schedule.Schedule;
import io.shisei.schedule.Schedules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class ScheduleControllerTests {

    private static final String SCHEDULE = """
            {"id": "00000000-0000-0000-0000-000000000001", "name": "nightly", "cron": "0 3 * * *",
             "zone": "Europe/Berlin", "accountIds": ["123456789012"], "enabled": true,
             "createdAt": "2026-03-01T12:00:00Z", "lastRunAt": null, "nextRunAt": "2026-03-02T02:00:00Z"}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Schedules schedules;

    @Autowired
    Accounts accounts;

    Calls api;
    Schedule nightly;

    @BeforeEach
    void oneSchedule() {
        api = new Calls(mvc);
        nightly = mock(Schedule.class);
        when(nightly.id()).thenReturn(Some.ID);
        when(nightly.name()).thenReturn("nightly");
        when(nightly.cron()).thenReturn(Cron.parse("0 3 * * *", "Europe/Berlin"));
        when(nightly.accountIds()).thenReturn(List.of(Some.ACCOUNT));
        when(nightly.enabled()).thenReturn(true);
        when(nightly.createdAt()).thenReturn(ApiTest.NOW);
        when(schedules.find(Some.ID)).thenReturn(Optional.of(nightly));
        when(schedules.list()).thenReturn(List.of(nightly));
        when(schedules.create(any())).thenReturn(nightly);
        when(schedules.change(any(), any())).thenReturn(nightly);
        when(accounts.existsById(Some.ACCOUNT)).thenReturn(true);
    }

    @Test
    void makesASchedule() {
        assertThat(api.post("/schedules", """
                        {"name": "nightly", "cron": "0 3 * * *", "zone": "Europe/Berlin",
                         "accountIds": ["123456789012"], "enabled": true}"""))
                .hasStatus(HttpStatus.CREATED)
                .hasHeader("Location", "/api/v1/schedules/" + Some.ID)
                .bodyJson()
                .isStrictlyEqualTo(SCHEDULE);
    }

    @Test
    void scansEveryAccountForNull() {
        api.post("/schedules", "{\"name\": \"all\", \"cron\": \"0 3 * * *\", \"zone\": \"UTC\", \"accountIds\": null}");
        verify(schedules).create(assertArg(plan -> {
            assertThat(plan.accountIds()).isNull();
            assertThat(plan.enabled()).isTrue();
        }));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"cron": "0 3 * * *"}                                        | 400 | #/name
            {"name": "a"}                                                | 400 | #/cron
            {"name": "a", "cron": "0 3 * * *", "enabled": "yes"}         | 400 | #/enabled
            {"name": "a", "cron": "0 3 * * *", "accountIds": []}         | 400 | #/accountIds
            {"name": "a", "cron": "0 3 30 2 *"}                          | 422 | #/cron
            {"name": "a", "cron": "0 3 * * * *"}                         | 422 | #/cron
            {"name": "a", "cron": "0 3 * * *", "zone": "Mars/Base"}      | 422 | #/zone
            {"name": "a", "cron": "0 3 * * *", "accountIds": ["1"]}      | 422 | #/accountIds/0
            """)
    void namesTheFieldThatIsWrong(String body, int status, String pointer) {
        assertThat(api.post("/schedules", body))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void changesOnlyWhatIsGiven() {
        api.patch("/schedules/" + Some.ID, "{\"enabled\": false}");
        verify(schedules).change(eq(Some.ID), assertArg(plan -> {
            assertThat(plan.name()).isEqualTo("nightly");
            assertThat(plan.accountIds()).containsExactly(Some.ACCOUNT);
            assertThat(plan.enabled()).isFalse();
        }));
    }

    @Test
    void changesToEveryAccountForNull() {
        api.patch("/schedules/" + Some.ID, "{\"accountIds\": null}");
        verify(schedules)
                .change(
                        eq(Some.ID),
                        assertArg(plan -> assertThat(plan.accountIds()).isNull()));
    }

    @Test
    void listsShowsAndRemoves() {
        assertThat(api.get("/schedules")).bodyJson().isLenientlyEqualTo("{\"items\": [" + SCHEDULE + "]}");
        assertThat(api.get("/schedules/" + Some.ID)).bodyJson().isStrictlyEqualTo(SCHEDULE);
        assertThat(api.delete("/schedules/" + Some.ID)).hasStatus(HttpStatus.NO_CONTENT);
        verify(schedules).delete(Some.ID);
    }

    @Test
    void knowsNoOtherSchedule() {
        assertThat(api.get("/schedules/" + Some.OTHER_ID)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.patch("/schedules/" + Some.OTHER_ID, "{}")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.delete("/schedules/" + Some.OTHER_ID)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void previewsTenRunsOverTheChangeOfClocks() {
        assertThat(api.post("/schedules/preview", "{\"cron\": \"0 3 * * 0\", \"zone\": \"Europe/Berlin\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.runs")
                .asArray()
                .hasSize(10)
                .startsWith(
                        "2026-03-08T02:00:00Z", "2026-03-15T02:00:00Z", "2026-03-22T02:00:00Z", "2026-03-29T01:00:00Z");
        assertThat(api.post("/schedules/preview", "{\"cron\": \"never\", \"zone\": \"UTC\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
