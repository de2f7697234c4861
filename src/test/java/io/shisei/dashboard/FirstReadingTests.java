package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.finding.list.FindingLists;
import io.shisei.paging.Page;
import io.shisei.sample.SampleAccount;
import io.shisei.scan.Follower;
import io.shisei.security.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The overview before there is anything to be seen, and while the first of it comes. */
@SpringBootTest(classes = Pages.class, properties = "management.endpoint.health.validate-group-membership=false")
@AutoConfigureMockMvc
@DirtiesContext
class FirstReadingTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleAccount sample;

    @Autowired
    Follower follower;

    @Autowired
    FindingLists lists;

    @Test
    void saysHowFarTheFirstScanIsInsteadOfShowingNothing() throws Exception {
        assertThat(overview("?account=111122223333"))
                .contains("The first scan is under way", "50% read", "1,520 resources so far, 3 failed findings")
                .contains("href=\"/scans/00000000-0000-0000-0000-000000000005\"", "max=\"100\" value=\"50\"")
                .contains("data-live=\"/overview/live?account=111122223333&amp;days=90&amp;trend=SCORE\"")
                .contains("data-live-events=\"/overview/events?account=111122223333\"", "<noscript><a")
                .doesNotContain("data-testid=\"security-score\"", "data-testid=\"blank\"");
    }

    @Test
    void showsWhatIsThereWhileTheSampleIsLoading() throws Exception {
        when(sample.progress()).thenReturn(new SampleAccount.Progress(true, 12, 90));
        assertThat(overview(""))
                .contains("The sample account is being loaded", "Day 12 of 90", "max=\"90\" value=\"12\"")
                .contains("All figures below are of what has been read so far.", "/js/live-")
                .contains("data-testid=\"security-score\"");
        assertThat(overview("?account=123456789012")).doesNotContain("Day 12 of 90", "data-live=");
        when(sample.progress()).thenReturn(new SampleAccount.Progress(true, 90, 90));
        assertThat(overview("")).doesNotContain("first-reading", "data-live=", "/js/live-");
    }

    @Test
    void saysWhyNothingIsThere() throws Exception {
        assertThat(overview("?account=210987654321"))
                .contains("Scanned, but nothing could be judged", "AWS does not let the role be assumed.")
                .doesNotContain("data-testid=\"security-score\"", "data-live=");
    }

    @Test
    void offersTheScanToThoseWhoMayStartIt() throws Exception {
        var all = accounts.findAllByOrderByNameAscIdAsc();
        var unread = new Account(new Identity("333344445555", "aws"), "New shop", Access.DEFAULT, null, MadeUp.NOW);
        when(accounts.findAllByOrderByNameAscIdAsc()).thenReturn(List.of(all.getFirst(), unread));
        assertThat(get("/?account=333344445555", Role.OPERATOR))
                .contains("data-testid=\"scan-first\"", "value=\"333344445555\"", "href=\"/controls\"")
                .doesNotContain("data-testid=\"lacking\"", "href=\"/schedules/new\"");
        assertThat(get("/?account=333344445555", Role.READER))
                .contains("Only operators and administrators can change something here.")
                .doesNotContain("data-testid=\"scan-first\"");
        when(accounts.findAllByOrderByNameAscIdAsc()).thenReturn(all);
        assertThat(get("/?account=210987654321", Role.OPERATOR)).contains("Choose an account to scan");
        assertThat(get("/?account=210987654321", Role.READER)).doesNotContain("Choose an account to scan");
    }

    @Test
    void welcomesEachRoleWithWhatItMayDo() throws Exception {
        var all = accounts.findAllByOrderByNameAscIdAsc();
        when(accounts.findAllByOrderByNameAscIdAsc()).thenReturn(List.of());
        var offers = List.of("data-testid=\"load-sample\"", "href=\"/accounts/new\"", "href=\"/schedules/new\"");
        assertThat(get("/", Role.ADMINISTRATOR))
                .contains("Welcome to Shisei")
                .contains(offers)
                .doesNotContain("data-testid=\"lacking\"");
        for (var role : List.of(Role.OPERATOR, Role.READER)) {
            assertThat(get("/", role))
                    .contains("Welcome to Shisei", "Only administrators can change something here.")
                    .doesNotContain(offers);
        }
        when(accounts.findAllByOrderByNameAscIdAsc()).thenReturn(all);
    }

    @Test
    void saysOfAnEmptyListWhetherAnythingWasJudgedAtAll() throws Exception {
        var all = lists.list(null, null, null);
        var none = new FindingLists.Found(new Page<>(List.of(), null, Page.Total.exact(0)), Optional.empty());
        when(lists.list(any(), any(), any())).thenReturn(none);
        assertThat(get("/findings")).contains("Nothing has been judged yet.").doesNotContain("class=\"list-head\"");
        for (var filter : List.of("q=x", "overdue=true", "severity=HIGH")) {
            assertThat(get("/findings?" + filter)).as(filter).contains("No finding matches these filters.");
        }
        when(lists.list(any(), any(), any())).thenReturn(all);
    }

    @Test
    void answersThePartThatFollows() throws Exception {
        assertThat(get("/overview/live?account=111122223333"))
                .contains("id=\"overview-live\"", "50% read")
                .doesNotContain("<html");
        mvc.get().uri("/overview/events?account=111122223333").exchange();
        verify(follower).follow(any(), any(), ArgumentMatchers.<java.util.function.Predicate<Object>>any(), any());
    }

    private String overview(String query) throws Exception {
        return get("/" + query);
    }

    private String get(String path) throws Exception {
        return get(path, Role.ADMINISTRATOR);
    }

    private String get(String path, Role role) throws Exception {
        return mvc.get()
                .uri(path)
                .header(Pages.ROLE, role.name())
                .locale(Locale.ENGLISH)
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
