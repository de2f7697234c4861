package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.shisei.test.Chromium;
import io.shisei.test.Heads;
import io.shisei.test.Ids;
import io.shisei.test.Widths;
import io.shisei.test.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page in a real browser: nothing hurts accessibility, breaks the content security policy or overflows. Beside the others,
 * as it needs no database; but a browser is of the thread that started it.
 */
@SpringBootTest(
        classes = Pages.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "management.endpoint.health.validate-group-membership=false")
@Execution(CONCURRENT)
class PagesLookIT {
    private static Chromium chromium;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    private static final Map<String, Tab> OPEN = new HashMap<>();

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        OPEN.clear();
        if (chromium != null) {
            chromium.close();
        }
    }

    static Stream<String> pages() {
        return Stream.of(
                "/login?error",
                "/",
                "/?account=111122223333",
                "/?account=210987654321",
                "/?trend=FAILING&ou=/Workloads/Prod, web",
                "/controls",
                "/controls?group=CATEGORY&sort=FAILED",
                "/controls/EC2.18",
                "/reports/standards/fsbp",
                "/reports/accounts/123456789012?days=90",
                "/reports/controls/EC2.18",
                "/controls/EC2.18/settings?at=/Workloads/Plants",
                "/controls/ECS.1",
                "/movements",
                "/findings",
                "/findings/change?severity=HIGH",
                "/findings/" + MadeUp.ID,
                "/resources",
                "/resources/" + MadeUp.ID,
                "/resources/" + MadeUp.UNTAGGED,
                "/resources/" + MadeUp.ID + "/documents",
                "/resources/" + MadeUp.ID + "/document?at=" + MadeUp.NOW,
                "/search?q=data",
                "/views",
                "/scans",
                "/scans/" + MadeUp.ID,
                "/scans/" + MadeUp.ID + "/moves?became=FAILED",
                "/accounts",
                "/accounts/policies",
                "/accounts/new",
                "/organization",
                "/accounts/123456789012",
                "/accounts/123456789012/edit",
                "/accounts/123456789012/comparison",
                "/accounts/123456789012/comparison/resources",
                "/accounts/111122223333/comparison",
                "/accounts/123456789012/delete",
                "/schedules",
                "/schedules/new",
                "/schedules/" + MadeUp.ID,
                "/schedules/" + MadeUp.ID + "/delete",
                "/deadlines",
                "/suppressions",
                "/suppressions/new",
                "/suppressions/new?finding=" + MadeUp.ID,
                "/suppressions/" + MadeUp.ID,
                "/suppressions/00000000-0000-0000-0000-000000000003",
                "/suppressions/" + MadeUp.ID + "/edit",
                "/suppressions/import",
                "/settings",
                "/users",
                "/users/kim@example.com",
                "/password",
                "/retention",
                "/standards/fsbp/coverage",
                "/nowhere");
    }

    /** Fragments and files, which are no pages of their own. */
    private static final Set<String> PARTS = Set.of(
            "/accounts/iam-policy.json",
            "/accounts/policies/{name}.json",
            "/accounts/role-template.yaml",
            "/findings/export",
            "/overview/events",
            "/overview/live",
            "/sample/progress",
            "/scans/{id}/events",
            "/scans/{id}/live",
            "/schedules/preview",
            "/search/suggestions");

    @Execution(SAME_THREAD)
    @Test
    void looksAtEveryPage() {
        var looked = pages().map(it -> PathContainer.parsePath(it.replaceAll("\\?.*", "")))
                .toList();
        assertThat(mappings.getHandlerMethods().entrySet().stream()
                        .filter(it -> it.getValue()
                                .getBeanType()
                                .getPackageName()
                                .startsWith(getClass().getPackageName()))
                        .map(Map.Entry::getKey)
                        .filter(it -> it.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                        .flatMap(it -> it.getPathPatternsCondition().getPatterns().stream())
                        .filter(it -> !PARTS.contains(it.getPatternString())))
                .allSatisfy(it -> assertThat(looked).as(it.getPatternString()).anyMatch(it::matches));
    }

    /** Over the end of summer time, of one scan or two as of ninety. */
    @Execution(SAME_THREAD)
    @ParameterizedTest
    @CsvSource({"EC2.18, 7", "EC2.18, 30", "EC2.18, 90", "EC2.18, 365", "ECS.1, 7", "ECS.1, 90", "ECS.1, 365"})
    void drawsTrendsTrueToTime(String control, int days) {
        try (var context = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("ja-JP").setTimezoneId("Europe/Berlin"))) {
            var page = context.newPage();
            page.navigate("http://localhost:" + port + "/controls/" + control + "?days=" + days);
            var axis = (Map<?, ?>) page.evaluate("""
                () => {
                  const chart = Chart.getChart(document.querySelector('canvas[data-kind=counts]'));
                  const {min, max, ticks} = chart.scales.x;
                  const {data, stepped} = chart.data.datasets[0];
                  return {days: (max - min) / 86400000, labels: ticks.map(it => it.label), step: stepped,
                    end: data[data.length - 1].x === max,
                    hours: [...new Set(ticks.map(it => new Date(it.value).getHours()))]};
                }
                """);
            assertThat(((Number) axis.get("days")).doubleValue()).isEqualTo(days);
            assertThat(axis.get("hours")).isEqualTo(List.of(0));
            assertThat(axis.get("step")).isEqualTo("before");
            assertThat(axis.get("end")).isEqualTo(true);
            assertThat((List<?>) axis.get("labels"))
                    .hasSizeBetween(3, 14)
                    .doesNotHaveDuplicates()
                    .allMatch(it -> it.toString().contains("月"));
        }
    }

    @Execution(SAME_THREAD)
    @ParameterizedTest
    @ValueSource(strings = {"/", "/controls", "/controls/EC2.18", "/findings", "/resources", "/scans", "/accounts"})
    void isLight(String path) {
        try (var context = chromium.browser().newContext()) {
            var url = "http://localhost:" + port + path;
            var first = Wire.opening(url, context);
            assertThat(first.hosts()).containsExactly("localhost");
            assertThat(first.bytes()).as("first visit").isBetween(1_000, 300_000);
            assertThat(Wire.opening(url, context).bytes()).as("next visit").isBetween(1_000, 30_000);
        }
    }

    /** Which leads back to the page, as to any other that somebody wanted to see; once, whatever comes instead. */
    @Execution(SAME_THREAD)
    @Test
    void asksForTheWholePageOnceTheSessionIsOver() {
        try (var context = chromium.browser().newContext()) {
            var page = context.newPage();
            page.route("**/overview/live*", it -> it.fulfill(new Route.FulfillOptions().setStatus(401)));
            var asked = new ArrayList<String>();
            page.onRequest(it -> {
                if (it.isNavigationRequest()) {
                    asked.add(it.url());
                }
            });
            var url = "http://localhost:" + port + "/?account=111122223333";
            page.navigate(url);
            page.waitForTimeout(3_000);
            assertThat(asked).containsExactly(url, url);
        }
    }

    @Execution(SAME_THREAD)
    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void asksInTheMiddleForALogin(int width) {
        try (var context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 800))) {
            var page = context.newPage();
            page.navigate("http://localhost:" + port + "/login");
            var form = page.locator("main").boundingBox();
            assertThat(form.x + form.width / 2).isCloseTo(width / 2.0, within(2.0));
            assertThat(form.width).isGreaterThan(330);
        }
    }

    @Execution(SAME_THREAD)
    @ParameterizedTest
    @MethodSource("pages")
    void isFitForEveryone(String path) {
        assertThat(look(path, 1280, "en-US", ColorScheme.LIGHT)).isEmpty();
        assertThat(look(path, 390, "ja-JP", ColorScheme.DARK)).isEmpty();
    }

    /** What is wrong with the page. */
    private List<String> look(String path, int width, String language, ColorScheme scheme) {
        var tab = OPEN.computeIfAbsent(language, it -> Tab.open(it, scheme));
        var page = tab.page;
        tab.wrong.clear();
        page.setViewportSize(width, 800);
        page.navigate("http://localhost:" + port + path);
        blame(tab, axe(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(other(scheme)));
        blame(tab, axe(page).withRules(List.of("color-contrast")));
        keep(page, path, language);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        tab.wrong.addAll(Widths.overflows(page));
        tab.wrong.addAll(Heads.broken(page));
        tab.wrong.addAll(Ids.broken(page));
        return List.copyOf(tab.wrong);
    }

    /** Opened once for each language: each page anew would load its scripts and styles again. */
    private record Tab(Page page, List<String> wrong) {
        static Tab open(String language, ColorScheme scheme) {
            var page = chromium.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setLocale(language)
                            .setTimezoneId("Asia/Tokyo")
                            // Colours that fade while axe looks have no contrast of their own.
                            .setReducedMotion(ReducedMotion.REDUCE)
                            .setColorScheme(scheme))
                    .newPage();
            var wrong = new CopyOnWriteArrayList<String>();
            page.onConsoleMessage(it -> {
                if (it.type().equals("error") && !it.text().contains("status of 404")) {
                    wrong.add(it.text());
                }
            });
            return new Tab(page, wrong);
        }
    }

    /** In the page itself, which has no frames; otherwise it opens a tab each time to put frames together. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static void blame(Tab tab, AxeBuilder axe) {
        axe.analyze().getViolations().stream()
                .filter(it -> List.of("serious", "critical").contains(it.getImpact()))
                .forEach(it -> tab.wrong.add(it.getId() + " "
                        + it.getNodes().stream().map(n -> n.getHtml()).toList()));
    }

    private static ColorScheme other(ColorScheme scheme) {
        return scheme == ColorScheme.LIGHT ? ColorScheme.DARK : ColorScheme.LIGHT;
    }

    /** For one who wants to look himself: {@code mvn verify -Dit.test=PagesLookIT -Dpages.keep=true}. */
    private static void keep(Page page, String path, String language) {
        if (!Boolean.getBoolean("pages.keep")) {
            return;
        }
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : List.of(390, 768, 1280, 1920)) {
                page.setViewportSize(width, 900);
                var name = (path + "-" + language + "-" + scheme + "-" + width).replaceAll("[^A-Za-z0-9.-]+", "_")
                        + ".png";
                page.screenshot(
                        new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pages", name)));
            }
        }
    }
}
