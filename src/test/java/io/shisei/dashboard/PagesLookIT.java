package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.shisei.test.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page in a real browser: nothing hurts accessibility, breaks the content security policy or overflows. */
@SpringBootTest(
        classes = Pages.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "management.endpoint.health.validate-group-membership=false")
class PagesLookIT {
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

    static Stream<String> pages() {
        return Stream.of(
                "/login?error",
                "/",
                "/controls",
                "/controls/EC2.18",
                "/findings",
                "/findings/" + MadeUp.ID,
                "/resources/" + MadeUp.ID,
                "/scans",
                "/scans/" + MadeUp.ID,
                "/accounts",
                "/schedules",
                "/schedules/new",
                "/schedules/" + MadeUp.ID,
                "/settings",
                "/nowhere");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isFitForEveryone(String path) {
        assertThat(look(path, 1280, "en-US", ColorScheme.LIGHT)).isEmpty();
        assertThat(look(path, 390, "ja-JP", ColorScheme.DARK)).isEmpty();
    }

    /** What is wrong with the page. */
    private List<String> look(String path, int width, String language, ColorScheme scheme) {
        var wrong = new ArrayList<String>();
        try (var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setLocale(language)
                        .setTimezoneId("Asia/Tokyo")
                        .setColorScheme(scheme))) {
            var page = context.newPage();
            page.onConsoleMessage(it -> {
                if (it.type().equals("error") && !it.text().contains("status of 404")) {
                    wrong.add(it.text());
                }
            });
            page.navigate("http://localhost:" + port + path);
            new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .filter(it -> List.of("serious", "critical").contains(it.getImpact()))
                            .forEach(it -> wrong.add(it.getId() + " "
                                    + it.getNodes().stream()
                                            .map(n -> n.getHtml())
                                            .toList()));
            if ((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth")) {
                wrong.add("the page scrolls sideways at " + width);
            }
            keep(page, path, width);
        }
        return wrong;
    }

    private static void keep(Page page, String path, int width) {
        var name = (path + "-" + width).replaceAll("[^A-Za-z0-9.-]+", "_") + ".png";
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pages", name)));
    }
}
