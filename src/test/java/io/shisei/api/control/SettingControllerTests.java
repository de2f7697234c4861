package io.shisei.api.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.control.ControlCode;
import io.shisei.control.Controls;
import io.shisei.control.setting.Level;
import io.shisei.control.setting.Said;
import io.shisei.control.setting.SettingChange;
import io.shisei.control.setting.Settings;
import io.shisei.control.setting.Values;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Counts;
import io.shisei.refusal.Refusal;
import io.shisei.scan.reevaluation.Reevaluation;
import io.shisei.scan.reevaluation.Reevaluations;
import io.shisei.scan.reevaluation.SettingPreview;
import io.shisei.scan.reevaluation.SettingPreviews;
import io.shisei.score.ScoreChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class SettingControllerTests {

    private static final Level PLANTS = Level.of("/Plants", null);
    private static final Values DAYS = new Values(null, Map.of("days", 7));
    private static final String SETTINGS = "/controls/S3.8/settings";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Controls controls;

    @Autowired
    SettingPreviews previews;

    @Autowired
    Reevaluations reevaluations;

    Calls api;

    @BeforeEach
    void aControl() {
        api = new Calls(mvc);
        when(controls.find(Some.BUCKETS_PRIVATE)).thenReturn(Optional.of(Some.control("S3.8")));
        var said = List.of(
                new Said(Some.BUCKETS_PRIVATE, Level.of(null, Some.ACCOUNT), new Values(false, Map.of())),
                new Said(Some.BUCKETS_PRIVATE, PLANTS, DAYS));
        when(controls.settingsOf(Some.BUCKETS_PRIVATE)).thenReturn(new Settings(said, mock(Accounts.class)));
    }

    @Test
    void listsWhatIsSaidWhere() {
        assertThat(api.get(SETTINGS)).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"items": [{"ou": "/Plants", "accountId": null, "enabled": null, "parameters": {"days": 7}},
                           {"ou": null, "accountId": "123456789012", "enabled": false, "parameters": {}}],
                 "nextPageToken": null, "total": {"count": 2, "type": "EXACT"}}""");
    }

    @Test
    void saysSomethingOfAUnit() {
        assertThat(api.put(SETTINGS, """
                {"ou": "/Plants", "enabled": null, "parameters": {"days": 7, "other": null}, "note": "the plants"}""")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                        {"ou": "/Plants", "accountId": null, "enabled": null, "parameters": {"days": 7}}""");
        verify(controls).say(Some.BUCKETS_PRIVATE, PLANTS, DAYS, "the plants", "admin");
    }

    @Test
    void tellsWhatASettingWouldDo() {
        var moves = List.of(
                new SettingPreview.Move(ComplianceStatus.FAILED, ComplianceStatus.PASSED, 7),
                new SettingPreview.Move(ComplianceStatus.PASSED, null, 2));
        when(previews.preview(Some.BUCKETS_PRIVATE, PLANTS, DAYS))
                .thenReturn(new SettingPreview(
                        moves,
                        20,
                        3,
                        1,
                        new Counts(2, 7, 0, 0),
                        new Counts(7, 0, 0, 0),
                        List.of(new ScoreChange("fsbp", 50, 60))));
        assertThat(api.post(SETTINGS + "/preview", """
                {"ou": "/Plants", "parameters": {"days": 7}}"""))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"moves": [{"from": "FAILED", "to": "PASSED", "findings": 7},
                                   {"from": "PASSED", "to": null, "findings": 2}],
                         "resources": 20, "unjudged": 3, "unread": 1,
                         "now": {"passed": 2, "failed": 7, "unknown": 0, "suppressed": 0},
                         "then": {"passed": 7, "failed": 0, "unknown": 0, "suppressed": 0},
                         "scores": [{"standardId": "fsbp", "now": 50, "then": 60}]}""");
        verify(controls, never()).say(any(), any(), any(), any(), any());
    }

    @Test
    void nothingIsSaidAnyMore() {
        assertThat(api.put(SETTINGS, "{}")).hasStatusOk();
        verify(controls).say(Some.BUCKETS_PRIVATE, Level.EVERYWHERE, Values.NONE, null, "admin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"ou": "Plants"}                          | 400 | #/ou
            {"ou": "/", "accountId": "123456789012"}  | 400 | #/ou
            {"enabled": "perhaps"}                    | 400 | #/enabled
            {"parameters": []}                        | 400 | #/parameters
            """)
    void refusesWhatCannotBe(String body, int status, String pointer) {
        assertThat(api.put(SETTINGS, body))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void refusesAnAccountThatIsNotWatched() {
        doThrow(new Refusal.Impossible(ControlCode.SETTING_ACCOUNT_NOT_WATCHED, "accountId", "1"))
                .when(controls)
                .say(any(), any(), any(), any(), any());
        assertThat(api.put(SETTINGS, "{\"accountId\": \"1\"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(api.put("/controls/S3.9/settings", "{}")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void tellsWhoChangedWhat() {
        var change = new SettingChange(
                Some.ID, Some.BUCKETS_PRIVATE, PLANTS, ApiTest.NOW, "alice", "why", Values.NONE, DAYS);
        when(reevaluations.progress(List.of(Some.ID))).thenReturn(Map.of(Some.ID, new Reevaluation(9, 2, 1, 12)));
        when(controls.settingHistory(eq(Some.BUCKETS_PRIVATE), any())).thenReturn(Some.page(change));
        assertThat(api.get(SETTINGS + "/history")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [{"id": "00000000-0000-0000-0000-000000000001", "ou": "/Plants", "accountId": null,
                            "at": "2026-03-01T12:00:00Z", "username": "alice", "note": "why",
                            "before": {"enabled": null, "parameters": {}},
                            "after": {"enabled": null, "parameters": {"days": 7}},
                            "reevaluation": {"units": 9, "open": 2, "unread": 1, "findings": 12}}]}""");
    }
}
