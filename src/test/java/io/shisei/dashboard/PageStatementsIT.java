package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shisei.account.Access;
import io.shisei.account.AccessPolicy;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.account.Registration;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.setting.Level;
import io.shisei.control.setting.Values;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.TagMatch;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import io.shisei.schedule.MissedRuns;
import io.shisei.schedule.Schedule;
import io.shisei.schedule.Schedules;
import io.shisei.schedule.Selection;
import io.shisei.schedule.timetable.Cron;
import io.shisei.schedule.timetable.Timetable;
import io.shisei.security.Role;
import io.shisei.security.Tokens;
import io.shisei.suppression.Suppression;
import io.shisei.suppression.Suppressions;
import io.shisei.test.ApplicationTest;
import io.shisei.test.FakeSource;
import io.shisei.test.Requests;
import io.shisei.test.Statements;
import io.shisei.test.Statements.Statement;
import io.shisei.test.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What all pages ask the database. */
@ApplicationTest
class PageStatementsIT {

    private static final List<String> FEW = List.of("999900004441", "999900004442");
    private static final List<String> MORE = List.of("999900004443", "999900004444", "999900004445");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Statements statements;

    @Autowired
    AccessPolicy policy;

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    Scanner scanner;

    @Autowired
    Scans scans;

    @Autowired
    Schedules schedules;

    @Autowired
    Suppressions suppressions;

    @Autowired
    Controls controls;

    @Autowired
    Tokens tokens;

    @Autowired
    FakeSource source;

    @Autowired
    JdbcClient jdbc;

    private Visitor visitor;

    @BeforeEach
    void aFewRows() throws Exception {
        source.reset();
        visitor = Visitor.logIn("http://localhost:" + port, ApplicationTest.PASSWORD);
        grow(FEW);
    }

    @AfterEach
    void nothingLeft() {
        source.reset();
        Stream.of(FEW, MORE).flatMap(List::stream).forEach(account -> {
            scans.running(account).ifPresent(scan -> scanner.cancel(scan.id()));
            accounts.findById(account).map(Account::id).ifPresent(registration::delete);
        });
        schedules.list().stream()
                .filter(schedule -> schedule.name().equals("of pages"))
                .forEach(schedule -> schedules.delete(schedule.id()));
        suppressions.list().stream()
                .filter(rule -> rule.plan().owner().equals("of pages") && rule.endedAt() == null)
                .forEach(rule -> suppressions.end(rule.id(), rule.version(), null, "admin"));
        var admin = new TestingAuthenticationToken("admin", null, Role.ADMINISTRATOR.authorities());
        tokens.of(admin).stream()
                .filter(token -> token.name().equals("of pages"))
                .forEach(token -> tokens.revoke(token.id(), admin));
    }

    @Test
    void areAskedOverOneConnectionNeverTwiceAndNoMoreForMoreRows() throws Exception {
        var few = statementsOfPages();
        grow(MORE);
        var more = statementsOfPages();
        assertThat(few).hasSizeGreaterThan(20);
        assertThat(more.keySet().stream().flatMap(page -> wrong(page, few.get(page), more.get(page))))
                .isEmpty();
    }

    private static Stream<String> wrong(String page, List<Statement> few, List<Statement> more) {
        var wrong = new ArrayList<String>();
        var connections = more.stream().map(Statement::connection).distinct().count();
        if (connections > 1) {
            wrong.add(page + " takes " + connections + " connections");
        }
        if (more.size() > few.size()) {
            wrong.add(page + " asks " + more.size() + " times for more rows, " + few.size() + " times for a few");
        }
        more.stream()
                .filter(statement -> Collections.frequency(more, statement) > 1)
                .distinct()
                .forEach(statement -> wrong.add(page + " asks twice: " + statement));
        return wrong.stream();
    }

    /** Two more buckets, a schedule and a token for each account, and two scans of it. */
    private void grow(List<String> more) {
        for (var account : more) {
            source.bucket("open-" + account, false);
            source.bucket("shut-" + account, true);
            accounts.save(new Account(new Identity(account, "aws"), "fake", Access.DEFAULT, null, Instant.now()));
            jdbc.sql("update account set ou = '/Plants' where id = :id")
                    .param("id", account)
                    .update();
            schedules.create(yearly(account));
            tokens.issue("of pages", "admin");
            suppressions.create(hiding(account), "admin");
            var mine = new Values(true, Map.of("excludedPublicBuckets", List.of(account)));
            controls.say(new ControlId("S3.8"), Level.of(null, account), mine, null, "admin");
        }
        more.forEach(this::scan);
        more.forEach(this::scan);
    }

    private void scan(String account) {
        scanner.start(Requests.scan(account));
        await().atMost(Duration.ofMinutes(2)).until(() -> scans.running(account).isEmpty());
    }

    private static Suppression.Plan hiding(String account) {
        var match = new FindingMatch(
                null,
                List.of(account),
                null,
                null,
                List.of("arn:aws:s3:::open-*"),
                TagMatch.ANY,
                FindingMatch.Exempt.NOTHING);
        return new Suppression.Plan(match, "on purpose", "of pages", null, null);
    }

    private static Schedule.Plan yearly(String account) {
        var month = Instant.now().atOffset(ZoneOffset.UTC).plusMonths(6).getMonthValue();
        var timetable = Timetable.of(Cron.parse("0 12 1 " + month + " *", "UTC"), List.of());
        var selection = new Selection(List.of(account), null);
        return new Schedule.Plan("of pages", timetable, selection, null, null, 0, MissedRuns.SKIP, true);
    }

    private Map<String, List<Statement>> statementsOfPages() throws Exception {
        var asked = new TreeMap<String, List<Statement>>();
        for (var page : pages()) {
            var path = path(page);
            statements.take();
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
            asked.put(page, ofThePage(statements.take()));
        }
        return asked;
    }

    /** Whether anything has changed, and who asks, is asked before, over connections that are given back. */
    private static List<Statement> ofThePage(List<Statement> asked) {
        return asked.stream()
                .filter(it ->
                        !it.sql().contains("pg_current_snapshot") && !it.sql().contains("password_hash"))
                .toList();
    }

    private List<String> pages() {
        var routes = mappings.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getPackageName().startsWith("io.shisei.dashboard"))
                .filter(it -> it.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(it -> it.getKey().getPatternValues().stream())
                .filter(route -> !Set.of("/findings/export", "/overview/events", "/scans/{id}/events")
                        .contains(route)); // read on while sent
        var ofOneAccount = Stream.of(
                        "/",
                        "/controls",
                        "/controls/{id}",
                        "/scans",
                        "/reports/standards/{id}",
                        "/reports/controls/{id}")
                .map(it -> it + "?account={account}");
        var ofAUnit = Stream.of(
                "/?ou=/Plants&trend=FAILING",
                "/controls?ou=/Plants",
                "/controls/{id}?ou=/Plants",
                "/findings?ou=/Plants",
                "/reports/standards/{id}?ou=/Plants",
                "/reports/controls/{id}?ou=/Plants");
        return Stream.of(routes, ofOneAccount, ofAUnit)
                .flatMap(pages -> pages)
                .distinct()
                .toList();
    }

    /** The page of a thing that is there. */
    private String path(String page) {
        return page.replace("{account}", FEW.getFirst())
                .replace("{username}", "admin")
                .replace("{name}", policy.parts("aws").getFirst().name())
                .replace("{id}", id(page.replace("/reports/", "/").split("[/?]", -1)[1]));
    }

    private String id(String noun) {
        return switch (noun) {
            case "accounts" -> FEW.getFirst();
            case "controls" -> "S3.8";
            case "standards" -> "fsbp";
            case "findings", "resources", "scans" -> first(noun.substring(0, noun.length() - 1), "account_id");
            case "suppressions" ->
                suppressions.list().stream()
                        .filter(rule -> rule.plan().owner().equals("of pages"))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString();
            case "schedules" -> schedules.list().getFirst().id().toString();
            default -> "";
        };
    }

    private String first(String table, String column) {
        return jdbc.sql("select id from %s where %s = :account limit 1".formatted(table, column))
                .param("account", FEW.getFirst())
                .query(String.class)
                .single();
    }
}
