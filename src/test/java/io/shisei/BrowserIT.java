package io.shisei;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.shisei.sample.LastDay;
import io.shisei.sample.SampleAccount;
import io.shisei.security.user.Users;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Chromium;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What newcomers do first, in a real browser. */
@ApplicationTest
class BrowserIT {

    private static final List<String> ONE_OF_EACH_SERVICE = List.of(
            "Account.1",
            "APIGateway.4",
            "CloudFront.5",
            "EC2.17",
            "ECS.1",
            "ES.4",
            "IAM.21",
            "Opensearch.7",
            "RDS.15",
            "S3.8");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    SampleAccount sample;

    @Autowired
    Users users;

    private BrowserContext context;

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

    @AfterEach
    void tidy() {
        context.close();
        sample.remove();
    }

    @Test
    void logsInLoadsTheSampleAndSeesWhatEachControlSays() {
        var page = open("en-US");
        logIn(page, "wrong");
        assertThat(page.getByTestId("login-refused")).isVisible();
        logIn(page, ApplicationTest.PASSWORD);
        page.locator("#load-sample").click();
        assertThat(page.getByTestId("first-sample")).isVisible();
        assertThat(page.getByTestId("security-score"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        assertThat(page.getByTestId("first-sample")).isVisible(); // what is there is shown before all is
        assertThat(page.getByTestId("first-sample"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(180_000));
        page.navigate(url("/controls"));
        assertThat(listed(page)).isEqualTo(LastDay.BY_CONTROL);
        for (var control : ONE_OF_EACH_SERVICE) {
            page.navigate(url("/controls/" + control));
            assertThat(chart(page)).hasAttribute("data-points", "90");
            assertThat(shown(page)).as(control).isEqualTo(LastDay.BY_CONTROL.get(control));
        }
        var journeys = new Journeys(page, url(""));
        journeys.findsABucket("example-shop-product-images");
        journeys.takesASuggestion("unrestricted incoming", "EC2.18");
        journeys.learnsWhyTheScoreMoved();
        journeys.suppressesUntilTomorrow();
        page.navigate(url("/accounts/new"));
        page.locator("#remove-sample").click();
        assertThat(page.getByTestId("account-row")).hasCount(0);
    }

    @Test
    void speaksJapaneseToAJapaneseBrowser() {
        var page = open("ja-JP");
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        logIn(page, ApplicationTest.PASSWORD);
        page.navigate(url("/controls/S3.8"));
        assertThat(page.locator("h1")).containsText("ブロック");
        page.getByTestId("lang-en").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void schedulesEveryWeekdayAtSixInTheZoneOfTheBrowser() {
        var page = open("en-US");
        logIn(page, ApplicationTest.PASSWORD);
        page.navigate(url("/schedules/new"));
        assertThat(page.locator("#zone")).hasValue("Asia/Tokyo");
        assertThat(page.locator("#cron-preview time").first()).containsText("3:00"); // the proposed one
        page.locator("#name").fill("Every weekday at six");
        page.locator("[name=rhythm][value=WEEKDAYS]").check();
        page.locator("#time").fill("06:00");
        assertThat(page.locator("#cron-preview time").first()).containsText("6:00");
        page.locator("[name=everyAccount]").check();
        page.getByTestId("save-schedule").click();
        var row =
                page.getByTestId("schedule-row").filter(new Locator.FilterOptions().setHasText("Every weekday at six"));
        assertThat(row).containsText("Asia/Tokyo");
        assertThat(row).containsText("0 6 * * MON-FRI");
        row.locator("a[href$='/delete']").click();
        page.getByTestId("confirm-delete").click();
        assertThat(row).hasCount(0);
    }

    @Test
    void letsSomebodyInWhoChoosesAPasswordAndIsShownWhatTheRoleMay() {
        var page = open("en-US");
        logIn(page, ApplicationTest.PASSWORD);
        page.navigate(url("/users"));
        page.locator("#username").fill("kim");
        page.locator("[name=role][value=OPERATOR]").check();
        page.getByTestId("add-user").click();
        var password = page.getByTestId("given").locator("code").innerText();
        page.getByTestId("logout").click();

        logIn(page, "kim", password);
        page.navigate(url("/settings"));
        assertThat(page.getByTestId("role")).hasText("Operator");
        assertThat(page.getByTestId("users")).hasCount(0);
        page.getByTestId("own-password").click();
        page.locator("#present").fill(password);
        page.locator("#password").fill("a password of my own");
        page.getByTestId("save-password").click();
        assertThat(page.getByTestId("password-changed")).isVisible();
        logIn(page, "kim", "a password of my own");
        page.navigate(url("/users"));
        assertThat(page.getByTestId("failure")).containsText("Only administrators may do that");
        users.remove("kim", "admin");
        page.navigate(url("/settings"));
        assertThat(page.getByTestId("login-form")).isVisible();
    }

    private Page open(String language) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale(language).setTimezoneId("Asia/Tokyo"));
        var page = context.newPage();
        page.navigate(url("/"));
        return page;
    }

    private void logIn(Page page, String password) {
        logIn(page, "admin", password);
    }

    private static void logIn(Page page, String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.getByTestId("login-submit").click();
    }

    private static Locator chart(Page page) {
        return page.locator("canvas[data-kind=counts]");
    }

    /** What the rows of controls with data say: failing of judged, and what is not counted where there is any. */
    private static Map<String, LastDay.Says> listed(Page page) {
        return page.locator("[data-testid=control-row]:not([data-status=NO_DATA])").all().stream()
                .collect(Collectors.toMap(row -> row.getAttribute("data-control"), row -> {
                    var counts = row.locator(".fails").innerText();
                    var failed = counted(counts, "/");
                    var passed = Integer.parseInt(counts.split("/ ")[1].split("\\s")[0]) - failed;
                    return new LastDay.Says(passed, failed, counted(counts, "unknown"), counted(counts, "suppressed"));
                }));
    }

    private static int counted(String counts, String what) {
        var found = Pattern.compile("(\\d+) " + what).matcher(counts);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static LastDay.Says shown(Page page) {
        return new LastDay.Says(
                number(page, "passed"), number(page, "failed"), number(page, "unknown"), number(page, "suppressed"));
    }

    private static int number(Page page, String count) {
        return Integer.parseInt(page.getByTestId(count).innerText().strip());
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
