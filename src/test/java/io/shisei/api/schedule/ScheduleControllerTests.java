package io.shisei.api.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Ou;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.control.ControlId;
import io.shisei.refusal.Refusal;
import io.shisei.refusal.Told;
import io.shisei.schedule.MissedRuns;
import io.shisei.schedule.Run;
import io.shisei.schedule.Schedule;
import io.shisei.schedule.ScheduleCode;
import io.shisei.schedule.Schedules;
import io.shisei.schedule.Selection;
import io.shisei.schedule.timetable.Blackout;
import io.shisei.schedule.timetable.Cron;
import io.shisei.schedule.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class ScheduleControllerTests {

    private static final String SCHEDULE = """
            {"id": "00000000-0000-0000-0000-000000000001", "name": "nightly", "cron": "0 3 * * *",
             "zone": "Europe/Berlin", "accountIds": ["123456789012"],
             "ous": ["/Workloads/Prod"], "regions": null, "controlIds": ["S3.8"],
             "jitterMinutes": 10, "blackouts": [{"days": ["SATURDAY"], "from": "22:00", "to": "04:00"}],
             "missedRuns": "RUN_ONCE", "enabled": true,
             "createdAt": "2026-03-01T12:00:00Z", "lastRunAt": null, "nextRunAt": "2026-03-02T02:00:00Z"}""";

    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final Ou PROD = new Ou("/Workloads/Prod");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Schedules schedules;

    Calls api;
    Schedule nightly;

    @BeforeEach
    void oneSchedule() {
        api = new Calls(mvc);
        var saturday = new Blackout(Set.of(DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.of(4, 0));
        var plan = new Schedule.Plan(
                "nightly",
                new Timetable(Cron.parse("0 3 * * *", "Europe/Berlin"), List.of(saturday)),
                new Selection(List.of(Some.ACCOUNT), List.of(PROD)),
                null,
                List.of(S3_8),
                10,
                MissedRuns.RUN_ONCE,
                true);
        nightly = new Schedule(Some.ID, plan, ApiTest.NOW, null, null);
        when(schedules.find(Some.ID)).thenReturn(Optional.of(nightly));
        when(schedules.list()).thenReturn(List.of(nightly));
        when(schedules.create(any())).thenReturn(nightly);
        when(schedules.change(any(), any())).thenReturn(nightly);
        var unknown = new Refusal.Unknown(ScheduleCode.UNKNOWN_SCHEDULE, Some.OTHER_ID);
        when(schedules.runNow(Some.OTHER_ID)).thenThrow(unknown);
        doThrow(unknown).when(schedules).delete(Some.OTHER_ID);
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
            assertThat(plan.selection()).isEqualTo(Selection.ALL);
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
            {"name": "a", "cron": "0 3 * * *", "ous": []}                | 400 | #/ous
            {"name": "a", "cron": "0 3 * * *", "ous": ["/", "Prod"]}     | 400 | #/ous/1
            {"name": "a", "cron": "0 3 * * *", "ous": [null]}            | 400 | #/ous/0
            {"name": "a", "cron": "0 3 * * *", "regions": []}            | 400 | #/regions
            {"name": "a", "cron": "0 3 * * *", "regions": ["Tokyo"]}     | 400 | #/regions/0
            {"name": "a", "cron": "0 3 * * *", "controlIds": []}         | 400 | #/controlIds
            {"name": "a", "cron": "0 3 * * *", "controlIds": ["?"]}      | 400 | #/controlIds/0
            {"name": "a", "cron": "0 3 * * *", "jitterMinutes": 61}      | 400 | #/jitterMinutes
            {"name": "a", "cron": "0 3 * * *", "jitterMinutes": 1.5}     | 400 | #/jitterMinutes
            {"name": "a", "cron": "0 3 * * *", "jitterMinutes": 99999999999} | 400 | #/jitterMinutes
            {"name": "a", "cron": "0 3 * * *", "missedRuns": "NEVER"}    | 400 | #/missedRuns
            {"name": "a", "cron": "0 3 * * *", "blackouts": [null]}      | 400 | #/blackouts/0
            {"name": "a", "cron": "0 3 * * *", "blackouts": [{}]}        | 400 | #/blackouts/0/from
            {"name": "a", "cron": "0 3 * * *", "blackouts": [{"days": ["SOMEDAY"]}]}                  | 400 | #/blackouts/0/days/0
            {"name": "a", "cron": "0 3 * * *", "blackouts": [{"from": "02:00", "to": "25:00"}]}       | 400 | #/blackouts/0/to
            {"name": "a", "cron": "0 3 * * *", "blackouts": [{"from": "02:00", "to": "04:00"}]}       | 422 | #/blackouts
            """)
    void namesTheFieldThatIsWrong(String body, int status, String pointer) {
        assertThat(api.post("/schedules", body))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void saysHowLongStartsCanBeSpread() {
        assertThat(api.post("/schedules", """
                        {"name": "a", "cron": "0 3 * * *", "jitterMinutes": -1}"""))
                .hasStatus(400)
                .bodyText()
                .contains("Starts can be spread over 0 to 60 minutes");
    }

    @Test
    void changesOnlyWhatIsGiven() {
        api.patch("/schedules/" + Some.ID, "{\"enabled\": false}");
        verify(schedules).change(eq(Some.ID), assertArg(plan -> {
            assertThat(plan.name()).isEqualTo("nightly");
            assertThat(plan.selection()).isEqualTo(nightly.plan().selection());
            assertThat(plan.enabled()).isFalse();
            assertThat(plan.controls()).containsExactly(S3_8);
            assertThat(plan.jitterMinutes()).isEqualTo(10);
            assertThat(plan.timetable().blackouts()).hasSize(1);
        }));
    }

    @Test
    void runsNowAndTellsWhatWasRefused() {
        when(schedules.runNow(Some.ID)).thenReturn(run());
        assertThat(api.post("/schedules/" + Some.ID + "/run", ""))
                .hasStatus(HttpStatus.ACCEPTED)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"started": [{"accountId": "123456789012", "outcome": "STARTED"}],
                         "refused": [{"accountId": "210987654321", "outcome": "REFUSED", "message": "no such region"}]}""");
        assertThat(api.post("/schedules/" + Some.OTHER_ID + "/run", "")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void showsWhatBecameOfRuns() {
        when(schedules.runs(Some.ID)).thenReturn(List.of(run()));
        assertThat(api.get("/schedules/" + Some.ID + "/runs")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"dueAt": "2026-03-01T12:00:00Z", "outcome": "RAN_BY_HAND", "missed": 0, "accounts": [
                    {"accountId": "123456789012", "outcome": "STARTED", "message": null}, {"outcome": "REFUSED"}]}]}""");
        assertThat(api.get("/schedules/" + Some.OTHER_ID + "/runs")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private static Run run() {
        var started = new Run.Account(Some.ACCOUNT, ApiTest.NOW, Run.Started.STARTED, Some.ID, null);
        var refused =
                new Run.Account("210987654321", ApiTest.NOW, Run.Started.REFUSED, null, Told.same("no such region"));
        return new Run(ApiTest.NOW, ApiTest.NOW, Run.Outcome.RAN_BY_HAND, 0, List.of(started, refused));
    }

    @Test
    void previewsWithoutTheRunsOfBlackoutWindows() {
        assertThat(api.post("/schedules/preview", """
                        {"cron": "0 3 * * *", "blackouts": [{"days": ["MONDAY"], "from": "00:00", "to": "12:00"}]}"""))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.leftOut", it -> assertThat(it).isEqualTo(2))
                .hasPathSatisfying("$.runs[0]", it -> assertThat(it).isEqualTo("2026-03-03T03:00:00Z"));
    }

    @Test
    void changesAccountsAndUnitsEachByItself() {
        assertThat(afterPatch("{\"accountIds\": null}")).isEqualTo(new Selection(null, List.of(PROD)));
        assertThat(afterPatch("{\"ous\": null}")).isEqualTo(new Selection(List.of(Some.ACCOUNT), null));
        assertThat(afterPatch("{\"ous\": [\"/\", \"/\"]}"))
                .isEqualTo(new Selection(List.of(Some.ACCOUNT), List.of(Ou.ROOT)));
        assertThat(afterPatch("{\"accountIds\": null, \"ous\": null}")).isEqualTo(Selection.ALL);
    }

    private Selection afterPatch(String body) {
        api.patch("/schedules/" + Some.ID, body);
        var plan = ArgumentCaptor.forClass(Schedule.Plan.class);
        verify(schedules, atLeastOnce()).change(eq(Some.ID), plan.capture());
        return plan.getValue().selection();
    }

    @Test
    void namesTheItemOfAListThatIsNotThere() {
        when(schedules.create(any()))
                .thenThrow(new Refusal.Impossible(ScheduleCode.CHOSEN_ACCOUNT_NOT_WATCHED, "accountIds/1", "2"));
        assertThat(api.post("/schedules", "{\"name\": \"a\", \"cron\": \"0 3 * * *\", \"accountIds\": [\"1\", \"2\"]}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("#/accountIds/1");
    }

    @Test
    void refusesUnitsWithoutAccounts() {
        when(schedules.create(any())).thenThrow(new Refusal.Impossible(ScheduleCode.EMPTY_OU, "ous", "/Gone", "-"));
        assertThat(api.post("/schedules", "{\"name\": \"a\", \"cron\": \"0 3 * * *\", \"ous\": [\"/Gone\"]}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("#/ous");
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
