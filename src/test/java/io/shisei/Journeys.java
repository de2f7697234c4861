package io.shisei;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What people come for, once there is something to see: done by hand in a browser, from the first page on. */
record Journeys(Page page, String base) {

    /** By the keyboard alone, from anywhere; what is found alone is opened at once. */
    void findsABucket(String part) {
        page.navigate(base + "/");
        page.locator("main").click();
        page.keyboard().press("/");
        page.keyboard().type(part);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText(part);
    }

    /** What is suggested while one types is taken by the keyboard as any suggestion of a browser is. */
    void takesASuggestion(String typed, String meant) {
        page.navigate(base + "/");
        page.locator("#find").pressSequentially(typed);
        assertThat(page.locator("#suggestions option[value='" + meant + "']")).hasCount(1);
        page.locator("#find").fill(meant);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(base + "/controls/" + meant);
    }

    /** Each reason of the newest step opens the list that it counts. */
    void learnsWhyTheScoreMoved() {
        page.navigate(base + "/");
        var reason = page.locator("[data-testid=step] a[href*='cause=']").first();
        var counted = reason.innerText().split(" ")[0];
        reason.click();
        assertThat(page.getByTestId("movement-count")).hasText(counted);
        assertThat(page.getByTestId("movement").first()).isVisible();
    }

    /** In two clicks from the finding, with a last day. */
    void suppressesUntilTomorrow() {
        page.navigate(base + "/findings?complianceStatus=FAILED&workflowStatus=NEW");
        var failed = page.getByTestId("finding-count").innerText();
        finding().click();
        page.getByTestId("suppress").locator("summary").click();
        assertThat(page.locator("#reason").boundingBox().width).isGreaterThan(200);
        page.locator("#reason").fill("Moves next month");
        page.locator("#expiresAt")
                .fill(LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
        page.getByTestId("save-suppression").click();
        assertThat(page.locator("h1")).isVisible();
        page.navigate(base + "/findings?complianceStatus=FAILED&workflowStatus=NEW");
        assertThat(Integer.parseInt(page.getByTestId("finding-count").innerText()))
                .isEqualTo(Integer.parseInt(failed) - 1);
    }

    private Locator finding() {
        return page.getByTestId("finding-row").locator("a[href*='/findings/']").first();
    }
}
