package io.shisei.api.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.aws.kind.Services;
import io.shisei.control.Occasion;
import io.shisei.control.trial.Trials;
import io.shisei.inventory.Document;
import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.StoredResource;
import io.shisei.inventory.StoredResources;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class TrialControllerTests {

    private static final Trials REAL = new Trials(new ResourceTypes(
            Services.all().stream().flatMap(service -> service.types().stream()).toList()));
    private static final String CONTROL = """
            service: S3
            controls:
              - id: S3.99
                title: {en: a, ja: b}
                severity: HIGH
                category: Protect
                resource: AWS::S3::Bucket
                passes: resource.Name == 'a'
                reason: {failed: {en: 'It is called {resource.Name}', ja: '名前が {resource.Name} です'}}
                remediation: {en: a, ja: b}
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Trials trials;

    @Autowired
    StoredResources resources;

    Calls api;

    @BeforeEach
    void realTrials() {
        api = new Calls(mvc);
        when(trials.judge(any(), anyString()))
                .thenAnswer(call -> REAL.judge(call.getArgument(0), call.<String>getArgument(1)));
        when(trials.judge(any(), any(Document.class), any(Occasion.class)))
                .thenAnswer(call -> REAL.judge(call.getArgument(0), call.getArgument(1), call.getArgument(2)));
    }

    @Test
    void judgesADocument() {
        assertThat(api.post("/controls/try", body(CONTROL, "{\"Name\": \"b\"}")))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"controlId": "S3.99", "resourceType": "AWS::S3::Bucket", "verdict": "FAILED",
                         "reason": "It is called b", "evidence": {"Name": "b"}, "violations": [], "unread": [],
                         "requiredActions": ["s3:GetBucketLocation", "s3:ListAllMyBuckets"]}""");
    }

    @Test
    void judgesAStoredResource() {
        when(resources.find(Some.ID))
                .thenReturn(Optional.of(new StoredResource(
                        Some.ID,
                        Some.ACCOUNT,
                        "us-east-1",
                        "AWS::S3::Bucket",
                        "arn:aws:s3:::a",
                        "a",
                        Map.of(),
                        false,
                        Document.of(Map.of("Name", "a")),
                        ApiTest.NOW,
                        ApiTest.NOW,
                        null)));
        var body = new JsonMapper().writeValueAsString(Map.of("control", CONTROL, "resourceId", Some.ID));
        assertThat(api.post("/controls/try", body))
                .bodyJson()
                .extractingPath("$.verdict")
                .isEqualTo("PASSED");
    }

    @Test
    void saysWhereAControlDoesNotCompile() {
        assertThat(api.post("/controls/try", body(CONTROL.replace("resource.Name ==", "resource.Nam =="), "{}")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("pointer", "#/control")
                .extractingByKey("detail")
                .asString()
                .startsWith("control:8:21: S3.99: passes: undefined field 'Nam'");
        assertThat(api.post("/controls/try", body(CONTROL, "{\"Nam\": \"b\"}")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("#/document");
    }

    @Test
    void wantsOneThingToJudgeOfABoundedControl() {
        assertThat(api.post("/controls/try", new JsonMapper().writeValueAsString(Map.of("control", CONTROL))))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api.post("/controls/try", body("#".repeat(64 * 1024 + 1), "{}")))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void refusesWhatWouldKeepItBusy() {
        var loops = CONTROL.replace(
                "resource.Name == 'a'",
                "lists.range(999).all(a, lists.range(999).all(b, a + b + size(resource.Name) >= 0))");
        assertThat(mvc.post()
                        .uri("/api/v1/controls/try")
                        .header("Accept-Language", "ja")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body(loops, "{}")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("pointer", "#/control")
                .extractingByKey("detail")
                .asString()
                .startsWith("条件の評価が 500000 ステップを超えました");
    }

    private static String body(String control, String document) {
        var json = new JsonMapper();
        return json.writeValueAsString(Map.of("control", control, "document", json.readTree(document)));
    }
}
