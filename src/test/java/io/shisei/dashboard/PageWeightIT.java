package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.shisei.test.Chromium;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes over the wire when a page is opened: little, less when files are known already, and from nowhere else. */
@SpringBootTest(
        classes = Pages.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "management.endpoint.health.validate-group-membership=false")
@Execution(SAME_THREAD)
class PageWeightIT {
    private static final int FIRST = 300_000;
    private static final int NEXT = 30_000;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/controls", "/controls/EC2.18", "/findings", "/resources", "/scans", "/accounts"})
    void isLight(String path) {
        try (var context = chromium.browser().newContext()) {
            var first = open(context, path);
            assertThat(first).extracting(it -> URI.create(it.url()).getHost()).containsOnly("localhost");
            assertThat(bytes(first)).as("first visit of " + path).isBetween(1_000, FIRST);
            assertThat(bytes(open(context, path))).as("next visit of " + path).isBetween(1_000, NEXT);
        }
    }

    private List<Response> open(BrowserContext context, String path) {
        var answers = new ArrayList<Response>();
        try (Page page = context.newPage()) {
            page.onResponse(answers::add);
            page.navigate("http://localhost:" + port + path);
            return List.copyOf(answers);
        }
    }

    /** As sent, compressed; what the browser has in its cache is not sent. */
    private static int bytes(List<Response> answers) {
        return answers.stream()
                .map(it -> it.request().sizes())
                .mapToInt(it -> it.responseBodySize + it.responseHeadersSize)
                .sum();
    }
}
