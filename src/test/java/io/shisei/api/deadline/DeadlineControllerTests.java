package io.shisei.api.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.api.ApiTest;
import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.deadline.Deadline;
import io.shisei.deadline.DeadlineCode;
import io.shisei.deadline.Deadlines;
import io.shisei.refusal.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class DeadlineControllerTests {

    private static final String TWO = """
            {"deadlines": [{"severity": "HIGH", "controlId": null, "accountId": null, "days": 7},
                           {"severity": null, "controlId": "S3.8", "accountId": "123456789012", "days": 1}]}""";

    private static final List<Deadline> SAME = List.of(
            new Deadline(Severity.HIGH, null, null, 7), new Deadline(null, new ControlId("S3.8"), "123456789012", 1));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Deadlines deadlines;

    @Test
    void lists() {
        when(deadlines.list()).thenReturn(SAME);
        assertThat(mvc.get().uri("/api/v1/deadlines")).bodyJson().isStrictlyEqualTo(TWO);
    }

    @Test
    void replacesAll() {
        when(deadlines.list()).thenReturn(SAME);
        assertThat(put(TWO)).hasStatusOk().bodyJson().isStrictlyEqualTo(TWO);
        verify(deadlines).replace(SAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | deadlines",
                "{\"deadlines\": [null]} | deadlines/0",
                "{\"deadlines\": [{\"controlId\": \"S3\", \"days\": 3}]} | deadlines/0/controlId",
                "{\"deadlines\": [{\"days\": 3}]} | deadlines/0/severity",
                "{\"deadlines\": [{\"severity\": \"LOW\", \"days\": 0}]} | deadlines/0/days",
                "{\"deadlines\": [{\"severity\": \"LOW\", \"controlId\": \"S3.8\", \"days\": 3}]} | deadlines/0/severity"
            })
    void refusesWhatIsNoDeadline(String body, String field) {
        assertThat(put(body)).hasStatus(400).bodyText().contains("\"pointer\":\"#/" + field + "\"");
        verify(deadlines, never()).replace(any());
    }

    @Test
    void refusesWhatIsNotThere() {
        doThrow(new Refusal.Impossible(DeadlineCode.DEADLINE_UNKNOWN_CONTROL, "deadlines/0/controlId", "S3.99"))
                .when(deadlines)
                .replace(any());
        assertThat(put("{\"deadlines\": [{\"controlId\": \"S3.99\", \"days\": 3}]}"))
                .hasStatus(422)
                .bodyText()
                .contains("There is no control S3.99.");
    }

    private MvcTestResult put(String body) {
        return mvc.put()
                .uri("/api/v1/deadlines")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
