package io.shisei.api.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.workflow.ChangePreview;
import io.shisei.finding.workflow.ChangePreview.Part;
import io.shisei.finding.workflow.Outcome;
import io.shisei.finding.workflow.Outcomes;
import io.shisei.finding.workflow.Workflow;
import io.shisei.finding.workflow.WorkflowChange;
import io.shisei.finding.workflow.WorkflowCode;
import io.shisei.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class BulkChangeControllerTests {

    private static final ControlId BUCKETS = new ControlId("S3.8");
    private static final WorkflowChange NOTIFIED = WorkflowChange.to(WorkflowStatus.NOTIFIED, "told");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Workflow workflow;

    Calls api;

    @BeforeEach
    void calls() {
        api = new Calls(mvc);
    }

    @Test
    void showsWhatAChangeWouldDo() {
        when(workflow.preview(argThat(it -> it.severities().equals(Set.of(Severity.HIGH))), eq(NOTIFIED)))
                .thenReturn(new ChangePreview(List.of(
                        new Part(BUCKETS, Severity.HIGH, "123456789012", Outcome.CHANGED, 3),
                        new Part(BUCKETS, Severity.HIGH, "210987654321", Outcome.HIDDEN_BY_RULE, 1))));
        assertThat(api.post("/findings/workflow/preview?severity=HIGH", """
                        {"workflowStatus": "NOTIFIED", "note": "told"}"""))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"total": {"count": 4, "type": "EXACT"}, "changed": 3, "skipped": {"HIDDEN_BY_RULE": 1},
                         "controls": [{"id": "S3.8", "findings": 4}], "severities": [{"id": "HIGH", "findings": 4}],
                         "accounts": [{"id": "123456789012", "findings": 3}, {"id": "210987654321", "findings": 1}]}""");
    }

    @Test
    void changesAllThatTheFilterFinds() {
        when(workflow.changeAll(any(), eq(NOTIFIED), eq(4L), eq("admin")))
                .thenReturn(new Outcomes(Map.of(Outcome.CHANGED, 3L, Outcome.UNCHANGED, 1L)));
        assertThat(api.post("/findings/workflow?complianceStatus=FAILED", """
                        {"workflowStatus": "NOTIFIED", "note": "told", "expected": 4}"""))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"changed\": 3, \"skipped\": {\"UNCHANGED\": 1}}");
    }

    @Test
    void saysThatTheNumberHasMoved() {
        when(workflow.changeAll(any(), any(), anyLong(), any()))
                .thenThrow(new Refusal.Conflict(WorkflowCode.FINDINGS_MOVED, null, 4, 5));
        assertThat(api.post("/findings/workflow", "{\"assignee\": null, \"expected\": 4}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("finds 5 now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"expected\": 4}",
                "{\"workflowStatus\": \"NOTIFIED\"}",
                "{\"workflowStatus\": \"NOTIFIED\", \"expected\": -1}",
                "{\"workflowStatus\": \"NOTIFIED\", \"expected\": \"many\"}",
                "{\"assignee\": \"none\", \"expected\": 4}"
            })
    void wantsToKnowWhatAndHowMany(String body) {
        assertThat(api.post("/findings/workflow", body)).hasStatus(HttpStatus.BAD_REQUEST);
        verifyNoInteractions(workflow);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | A number from 0 on",
                "\"many\" | must be a whole number",
                "1.5 | must be a whole number",
                "99999999999999999999 | must be a whole number"
            })
    void saysWhatNumberItWants(String expected, String detail) {
        assertThat(api.post("/findings/workflow", "{\"note\": \"x\", \"expected\": %s}".formatted(expected)))
                .bodyJson()
                .extractingPath("$.errors[0].detail")
                .asString()
                .startsWith(detail);
    }

    @Test
    void knowsItsFiltersAsTheListDoes() {
        assertThat(api.post("/findings/workflow?severty=HIGH", "{\"note\": \"x\", \"expected\": 4}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        verifyNoInteractions(workflow);
    }

    @Test
    void findsByPeopleAsTheListDoes() {
        when(workflow.preview(any(), any())).thenReturn(new ChangePreview(List.of()));
        assertThat(api.post("/findings/workflow/preview?assignee=me", "{\"note\": \"x\"}"))
                .hasStatusOk();
        verify(workflow).preview(argThat(it -> it.assignees().names().equals(Set.of("admin"))), any());
    }
}
