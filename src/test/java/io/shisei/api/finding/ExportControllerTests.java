package io.shisei.api.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.control.Severity;
import io.shisei.export.ExportCode;
import io.shisei.export.ExportFile;
import io.shisei.export.Exports;
import io.shisei.export.Format;
import io.shisei.finding.RecordState;
import io.shisei.refusal.Refusal;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class ExportControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Exports exports;

    @Autowired
    Accounts accounts;

    Calls api;

    @BeforeEach
    void oneAccount() {
        api = new Calls(mvc);
        when(accounts.existsById(Some.ACCOUNT)).thenReturn(true);
        when(accounts.named(Set.of(Some.ACCOUNT), null)).thenReturn(Set.of(Some.ACCOUNT));
    }

    @ParameterizedTest
    @CsvSource({
        "csv, text/csv;charset=UTF-8, csv, id",
        "jsonl, application/x-ndjson, jsonl, '{}\n{}\n'",
        "asff, application/json, asff.json, '{\"Findings\": []}'",
        "ocsf, application/x-ndjson, ocsf.jsonl, '{}\n'"
    })
    void answersAFileOfTheFormat(String format, String type, String extension, String body) {
        doAnswer(call -> {
                    call.<OutputStream>getArgument(2).write(body.getBytes(StandardCharsets.UTF_8));
                    return null;
                })
                .when(exports)
                .write(any(), any(), any());
        assertThat(api.get("/findings/export?format=" + format))
                .hasStatusOk()
                .hasContentType(type)
                .hasHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"shisei-findings-20260301T120000Z." + extension + "\"")
                .hasBodyTextEqualTo(body);
    }

    @Test
    void takesTheFiltersOfTheList() {
        assertThat(api.get("/findings/export?format=csv&bom=true&severity=HIGH&accountId=123456789012"
                        + "&resourceId=arn:aws:iam::1:role/a,b&q= x"))
                .hasStatusOk();
        verify(exports)
                .write(
                        assertArg(filter -> {
                            assertThat(filter.severities()).containsExactly(Severity.HIGH);
                            assertThat(filter.accountIds()).containsExactly(Some.ACCOUNT);
                            assertThat(filter.resourceArns()).containsExactly("arn:aws:iam::1:role/a,b");
                            assertThat(filter.recordStates()).containsExactly(RecordState.ACTIVE);
                            assertThat(filter.text()).isEqualTo("x");
                        }),
                        eq(new ExportFile(Format.CSV, true, Locale.ENGLISH)),
                        any());
    }

    @ParameterizedTest
    @CsvSource({
        "/findings/export, format",
        "/findings/export?format=pdf, 'There are: csv, jsonl, asff, ocsf'",
        "/findings/export?format=csv&pageSize=10, pageSize",
        "/findings/export?format=csv&severity=AWFUL, severity",
        "/findings/export?format=csv&accountId=210987654321, accountId",
        "/findings/export?format=asff&bom=true, bom"
    })
    void namesTheParameterThatIsWrong(String path, String parameter) {
        assertThat(api.get(path)).hasStatus(HttpStatus.BAD_REQUEST).bodyText().contains(parameter);
    }

    @Test
    void answersThatTooManyAreUnderWay() {
        doThrow(new Refusal.Conflict(ExportCode.TOO_MANY_EXPORTS, null, 4))
                .when(exports)
                .write(any(), any(), any());
        assertThat(api.get("/findings/export?format=csv"))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .hasHeader(HttpHeaders.RETRY_AFTER, "60")
                .bodyText()
                .contains("4 exports");
    }
}
