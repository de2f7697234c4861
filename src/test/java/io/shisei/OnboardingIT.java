package io.shisei;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.shisei.account.Accounts;
import io.shisei.account.Registration;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Chromium;
import io.shisei.test.ForeignAccount;
import io.shisei.test.Gate;
import io.shisei.test.Moto;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An account with a broken role comes under watch: in a browser, against an emulated AWS, by what the page says and offers. */
@ApplicationTest
class OnboardingIT {

    private static final String WATCHED = "210987654321";
    private static final String ASSUME_ROLE = "Sts AssumeRole";
    private static final String BUCKET = "left-open-by-accident";

    private static Moto moto;
    private static Gate gate;
    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    private ForeignAccount account;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        moto = Moto.start();
        gate = new Gate(moto.endpoint());
    }

    @AfterAll
    static void stop() {
        if (gate != null) {
            gate.close();
            moto.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void anAccountWithoutItsRole() {
        moto.reset();
        account = new ForeignAccount(WATCHED, moto.endpoint());
        account.bucket(BUCKET);
        gate.meddle(ASSUME_ROLE, account);
        context = chromium.browser().newContext();
        page = context.newPage();
    }

    @AfterEach
    void noAccount() {
        context.close();
        gate.leaveAlone(ASSUME_ROLE);
        accounts.findById(WATCHED).ifPresent(it -> registration.delete(it.id()));
    }

    @Test
    void mendsABrokenRoleByWhatThePageSaysAndSeesTheFirstResults() {
        logIn();
        page.navigate(url("/accounts/new"));
        page.locator("#name").fill("Shop");
        page.locator("#roleArn").fill(account.role("shisei"));
        page.locator("#regions").fill("us-east-1");
        page.getByTestId("try-access").click();
        breaksOffAtTheRole();

        deploy("a-slip-of-the-pen");
        page.getByTestId("try-access").click();
        breaksOffAtTheRole();
        page.getByTestId("add-account").click();
        assertThat(page.getByTestId("account-form")).containsText("AccessDenied");
        breaksOffAtTheRole();

        account.demand("shisei", page.locator("#externalId").inputValue());
        page.getByTestId("try-access").click();
        assertThat(page.locator("[data-testid=path-step][data-state=DONE]")).hasCount(4);
        page.getByTestId("add-account").click();
        assertThat(page).hasURL(Pattern.compile("/accounts/" + WATCHED + "$"));

        // A first look at buckets alone: the emulated AWS is too slow for all that a scan asks.
        page.navigate(url("/scans?account=" + WATCHED));
        page.getByTestId("scan-start").click();
        page.locator("#controlIds").fill("S3.1, S3.8");
        page.getByTestId("start-scan").click();
        assertThat(page.getByTestId("scan-live"))
                .hasAttribute(
                        "data-state",
                        Pattern.compile("COMPLETED|INCOMPLETE"),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(300_000));
        page.navigate(url("/findings?accountId=" + WATCHED + "&controlId=S3.8"));
        var row = page.getByTestId("finding-row").filter(new Locator.FilterOptions().setHasText(BUCKET));
        assertThat(row).hasAttribute("data-status", "FAILED");
        page.navigate(url("/accounts/" + WATCHED));
        assertThat(page.getByTestId("account-score")).containsText("%");
    }

    /** The page says which step failed, what AWS answers and what to do, and offers the template with what is to be put in. */
    private void breaksOffAtTheRole() {
        assertThat(step("CREDENTIALS")).hasAttribute("data-state", "DONE");
        assertThat(step("ROLE")).hasAttribute("data-state", "FAILED");
        assertThat(step("EXTERNAL_ID")).hasAttribute("data-state", "NOT_TRIED");
        assertThat(step("FIRST_CALL")).hasAttribute("data-state", "NOT_TRIED");
        assertThat(step("ROLE").getByRole(AriaRole.ALERT)).containsText("not authorized to perform: sts:AssumeRole");
        assertThat(step("ROLE")).containsText("Check the ARN, that the trust policy names the identity of step 1");
    }

    /** With the page's own template and the identity that it shows. */
    private void deploy(String externalId) {
        var template =
                context.request().get(url("/accounts/role-template.yaml")).text();
        var principal = step("CREDENTIALS").locator("code").innerText();
        assertThat(page.getByTestId("stack-command").textContent())
                .contains(principal, page.locator("#externalId").inputValue());
        account.deploy(template, Map.of("TrustedPrincipalArn", principal, "ExternalId", externalId));
    }

    private Locator step(String name) {
        return page.locator("[data-testid=path-step][data-step=" + name + "]");
    }

    private void logIn() {
        page.navigate(url("/"));
        page.locator("#username").fill("admin");
        page.locator("#password").fill(ApplicationTest.PASSWORD);
        page.getByTestId("login-submit").click();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
