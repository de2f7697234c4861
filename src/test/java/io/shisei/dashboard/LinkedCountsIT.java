package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.account.Registration;
import io.shisei.finding.history.TransitionHistory;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Rows;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** A link with a number opens exactly what the number counts. */
@ApplicationTest
@WithMockUser(roles = "READER")
class LinkedCountsIT {

    private static final String ACCOUNT = "999900007777";
    private static final Pattern TILE =
            Pattern.compile("<a href=\"([^\"]*)\"><span class=\"tile-number\"[^>]*>([\\d,]+)</span>");
    private static final Pattern SEVERITY =
            Pattern.compile("<th scope=\"row\"><a href=\"([^\"]*)\">.*?<strong>([\\d,]+)</strong>", Pattern.DOTALL);
    private static final Pattern FINDINGS = Pattern.compile("<a href=\"(/findings[^\"]*)\"[^>]*>([\\d,]+)</a>");
    private static final Pattern BESIDE =
            Pattern.compile("href=\"(/findings[^\"]*)\">([\\d,]+) (?:unknown|suppressed)</a>");
    private static final Pattern COUNT = Pattern.compile("data-testid=\"finding-count\">([\\d,]+)");

    private static final Pattern MOVES =
            Pattern.compile("<a [^>]*href=\"(/scans/[^\"]*/moves[^\"]*)\"[^>]*>(?:<span[^>]*>)?([\\d,]+)<");

    private record Linked(String link, long number) {}

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    JdbcClient jdbc;

    private MockMvcTester mvc;

    @BeforeEach
    void findingsOfEachSort(@Autowired WebApplicationContext context) {
        mvc = MockMvcTester.from(context);
        accounts.save(new Account(new Identity(ACCOUNT, "aws"), "counts", Access.DEFAULT, null, Instant.now()));
        jdbc.sql("update account set ou = '/Shops/Counts' where id = ?")
                .param(ACCOUNT)
                .update();
        find("S3.8", "FAILED", "NEW", null);
        find("S3.8", "FAILED", "NOTIFIED", null);
        find("S3.8", "FAILED", "SUPPRESSED", null);
        find("S3.8", "FAILED", "NEW", "RESOURCE_GONE");
        find("S3.8", "PASSED", "RESOLVED", null);
        find("ECS.1", "FAILED", "NEW", null); // retired: judged, but no part of the standard
        find("RDS.15", "WARNING", "NEW", null);
        find("EC2.18", "PASSED", "RESOLVED", null);
    }

    @AfterEach
    void noFindings() {
        accounts.findById(ACCOUNT).map(Account::id).ifPresent(registration::delete);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?account=" + ACCOUNT, "/?ou=/Shops", "/"})
    void opensWhatItCounts(String page) throws Exception {
        var overview = open(page);
        var linked = new ArrayList<Linked>();
        linked.addAll(linked(TILE, overview));
        linked.addAll(linked(SEVERITY, overview));
        linked.addAll(linked(FINDINGS, overview));
        assertThat(linked).hasSizeGreaterThanOrEqualTo(15);
        assertThat(linked).extracting(Linked::number).anyMatch(number -> number > 1);
        for (var each : linked) {
            assertThat(opened(each.link())).as(each.link()).isEqualTo(each.number());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/controls?account=" + ACCOUNT,
                "/controls?ou=/Shops",
                "/controls",
                "/controls/S3.8?ou=/Shops",
                "/controls/S3.8?account=" + ACCOUNT,
                "/reports/standards/fsbp?account=" + ACCOUNT,
                "/reports/standards/fsbp?ou=/Shops",
                "/reports/controls/S3.8?ou=/Shops",
                "/reports/controls/S3.8"
            })
    void opensWhatControlsCount(String page) throws Exception {
        var controls = open(page);
        var linked = Stream.of(TILE, FINDINGS, BESIDE)
                .flatMap(pattern -> linked(pattern, controls).stream())
                .toList();
        assertThat(linked).isNotEmpty();
        for (var each : linked) {
            assertThat(opened(each.link())).as(each.link()).isEqualTo(each.number());
        }
    }

    @Test
    void aScanOpensWhatItMoved() throws Exception {
        var scan = UUID.randomUUID();
        jdbc.sql(
                        "insert into scan (id, account_id, trigger, state, queued_at) values (?, ?, 'MANUAL', 'COMPLETED', now())")
                .params(scan, ACCOUNT)
                .update();
        moved(scan, "NEWLY_FAILING", "PASSED", "FAILED");
        moved(scan, "NEW_RESOURCE", "NONE", "FAILED");
        moved(scan, "FIXED", "FAILED", "PASSED");
        var linked = linked(MOVES, open("/scans/" + scan));
        assertThat(linked).extracting(Linked::number).containsExactly(2L, 1L, 2L, 1L, 1L, 1L, 1L);
        for (var each : linked) {
            var list = open(each.link());
            assertThat(list).contains("data-testid=\"move-count\">" + each.number() + "<");
            assertThat(list.split("data-testid=\"move-row\"", -1)).hasSize((int) each.number() + 1);
        }
    }

    private void moved(UUID scan, String cause, String was, String became) {
        var finding = UUID.randomUUID();
        Rows.finding(jdbc, finding, ACCOUNT, "S3.8", "FAILED", "NEW");
        TransitionHistory.TRANSITION.ensureMonth(jdbc, Instant.now());
        jdbc.sql("""
                        insert into transition (finding_id, account_id, control_id, at, what, to_value, reason, scan_id,
                                                cause, was, became)
                        values (?, ?, 'S3.8', now(), 'COMPLIANCE_STATUS', 'FAILED', '', ?, ?, ?, ?)
                        """).params(finding, ACCOUNT, scan, cause, was, became).update();
    }

    private long opened(String link) throws Exception {
        var page = open(link);
        if (link.startsWith("/controls")) {
            return page.split("data-testid=\"control-row\"", -1).length - 1;
        }
        var count = COUNT.matcher(page);
        assertThat(count.find()).isTrue();
        return number(count.group(1));
    }

    private static List<Linked> linked(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(found -> new Linked(found.group(1).replace("&amp;", "&"), number(found.group(2))))
                .toList();
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }

    private String open(String link) throws UnsupportedEncodingException {
        var page =
                mvc.get().uri(java.net.URI.create(link)).principal(() -> "user").exchange();
        assertThat(page).hasStatusOk();
        return page.getResponse().getContentAsString();
    }

    private void find(String control, String compliance, String workflow, String archived) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into evaluation (account_id, region, control_id, resource_type, scan_id, at, since, complete)
                        values (:account, 'eu-west-1', :control, 'AWS::S3::Bucket', :id, now(), now(), true) on conflict do nothing
                        """)
                .param("account", ACCOUNT)
                .param("control", control)
                .param("id", id)
                .update();
        Rows.finding(jdbc, id, ACCOUNT, control, compliance, workflow, archived);
    }
}
