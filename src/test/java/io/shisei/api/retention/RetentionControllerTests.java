package io.shisei.api.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.database.HistoryKind;
import io.shisei.database.KeptHistory;
import io.shisei.database.Retention;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class RetentionControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Retention retention;

    @Test
    void tellsHowMuchIsKeptAndWillBe() {
        when(retention.kept())
                .thenReturn(List.of(
                        new KeptHistory(
                                HistoryKind.DOCUMENTS, Period.ofMonths(18), 1234, LocalDate.of(2026, 7, 1), 5678L),
                        new KeptHistory(HistoryKind.SCANS, Period.ofYears(5), 0, null, null)));
        assertThat(new Calls(mvc).get("/retention")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"histories": [
                  {"kind": "DOCUMENTS", "kept": "P18M", "bytes": 1234, "since": "2026-07-01", "forecastBytes": 5678},
                  {"kind": "SCANS", "kept": "P5Y", "bytes": 0, "since": null, "forecastBytes": null}]}""");
    }
}
