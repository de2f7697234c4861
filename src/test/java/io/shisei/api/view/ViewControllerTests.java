package io.shisei.api.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.api.ApiTest;
import io.shisei.api.Some;
import io.shisei.refusal.Refusal;
import io.shisei.view.SavedView;
import io.shisei.view.SavedViews;
import io.shisei.view.ViewCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ViewControllerTests {

    private static final SavedView WORST =
            new SavedView(Some.ID, "worst", "/findings?severity=CRITICAL", "kim", ApiTest.NOW);
    private static final String JSON = """
            {"id": "00000000-0000-0000-0000-000000000001", "name": "worst", "address": "/findings?severity=CRITICAL",
             "username": "kim", "createdAt": "2026-03-01T12:00:00Z"}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SavedViews views;

    @Test
    void lists() {
        when(views.list()).thenReturn(List.of(WORST));
        assertThat(mvc.get().uri("/api/v1/views")).bodyJson().isStrictlyEqualTo("{\"items\": [%s]}".formatted(JSON));
    }

    @Test
    void saves() {
        when(views.save(eq("worst"), eq("/findings?severity=CRITICAL"), any())).thenReturn(WORST);
        assertThat(post("{\"name\": \"worst\", \"address\": \"/findings?severity=CRITICAL\"}"))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .isStrictlyEqualTo(JSON);
    }

    @Test
    void saysWhatIsWrong() {
        when(views.save(any(), any(), any())).thenThrow(new Refusal.Invalid(ViewCode.VIEW_ADDRESS, "address"));
        assertThat(post("{\"name\": \"worst\", \"address\": \"https://example.com\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("#/address");
        assertThat(post("{\"name\": \"worst\"}")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void deletes() {
        assertThat(mvc.delete().uri("/api/v1/views/" + Some.ID)).hasStatus(HttpStatus.NO_CONTENT);
        verify(views).delete(Some.ID);
        doThrow(new Refusal.Unknown(ViewCode.UNKNOWN_VIEW, Some.ID)).when(views).delete(Some.ID);
        assertThat(mvc.delete().uri("/api/v1/views/" + Some.ID)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult post(String body) {
        return mvc.post()
                .uri("/api/v1/views")
                .principal(() -> "kim")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
