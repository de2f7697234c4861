package io.shisei.api.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.inventory.Document;
import io.shisei.inventory.DocumentDifference;
import io.shisei.inventory.Gap;
import io.shisei.inventory.StoredResources;
import io.shisei.inventory.past.PastDocument;
import io.shisei.inventory.past.ResourceVersion;
import io.shisei.inventory.past.ResourceVersions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class ResourceDocumentControllerTests {

    private static final Instant OPENED = Instant.parse("2026-02-28T12:00:00Z");
    private static final Gap DENIED = new Gap("s3:GetBucketPolicy", "AccessDenied", "");
    private static final PastDocument PAST = new PastDocument(
            OPENED, null, "data", Map.of("env", "prod"), new Document(Map.of("Acl", "x"), Map.of("Policy", DENIED)));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StoredResources resources;

    @Autowired
    ResourceVersions versions;

    Calls api;

    @BeforeEach
    void oneBucket() {
        api = new Calls(mvc);
        var bucket = Some.bucket(Document.of(Map.of()));
        when(resources.find(Some.OTHER_ID)).thenReturn(Optional.of(bucket));
        var difference = new DocumentDifference("Acl.Grants[0].Permission", "READ", "WRITE");
        when(versions.list(any(), any()))
                .thenReturn(
                        Some.page(new ResourceVersion(7, OPENED, false, null, List.of(difference), Set.of("Policy"))));
        when(versions.at(bucket, OPENED)).thenReturn(Optional.of(PAST));
        when(versions.at(bucket, ApiTest.NOW)).thenReturn(Optional.of(PAST));
    }

    @Test
    void listsWhatItWasAndWhatChanged() {
        assertThat(api.get("/resources/" + Some.OTHER_ID + "/documents?pageSize=5"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [{"at": "2026-02-28T12:00:00Z", "first": false, "goneAt": null,
                          "differences": [{"path": "Acl.Grants[0].Permission", "before": "READ", "after": "WRITE"}],
                          "unread": ["Policy"]}], "nextPageToken": null}""");
    }

    @Test
    void showsTheDocumentOfAMomentAndThatOfNow() {
        for (var moment : List.of("?at=2026-02-28T12:00:00Z", "")) {
            assertThat(api.get("/resources/" + Some.OTHER_ID + "/document" + moment))
                    .hasStatusOk()
                    .bodyJson()
                    .isLenientlyEqualTo("""
                            {"since": "2026-02-28T12:00:00Z", "goneAt": null, "name": "data", "tags": {"env": "prod"},
                             "document": {"Acl": "x"},
                             "gaps": {"Policy": {"action": "s3:GetBucketPolicy", "error": "AccessDenied", "message": ""}}}""");
        }
    }

    @Test
    void knowsNoOtherMomentAndNoOtherResource() {
        assertThat(api.get("/resources/" + Some.OTHER_ID + "/document?at=2020-01-01T00:00:00Z"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/resources/" + Some.ID + "/document")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/resources/" + Some.ID + "/documents")).hasStatus(HttpStatus.NOT_FOUND);
    }
}
