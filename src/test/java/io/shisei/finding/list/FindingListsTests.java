package io.shisei.finding.list;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.api.Some;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Text;
import io.shisei.database.Instants;
import io.shisei.deadline.Deadline;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.search.FindingSearch;
import io.shisei.finding.sum.FindingSums;
import io.shisei.inventory.ResourceType;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Filters;
import io.shisei.test.Rows;
import io.shisei.test.RowsRead;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Lists are held against all findings, sorted and counted one by one. */
@DatabaseTest
@Import({
    FindingLists.class,
    Findings.class,
    FindingSearch.class,
    FindingSums.class,
    Deadlines.class,
    Accounts.class,
    FindingListsTests.Time.class
})
class FindingListsTests {

    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final List<String> ACCOUNTS =
            List.of("100000000001", "100000000002", "100000000003", "100000000004", "100000000005", "100000000006");
    private static final List<Control> CONTROLS = List.of(
            control("S3.1", Severity.CRITICAL, "AWS::S3::Bucket"),
            control("S3.2", Severity.HIGH, "AWS::S3::Bucket"),
            control("EC2.1", Severity.HIGH, "AWS::EC2::Instance"),
            control("EC2.2", Severity.MEDIUM, "AWS::EC2::Instance", "AWS::EC2::Volume"),
            control("IAM.1", Severity.LOW, "AWS::IAM::User"));
    private static final List<String> TYPES =
            List.of("AWS::S3::Bucket", "AWS::EC2::Instance", "AWS::EC2::Volume", "AWS::IAM::User", "AWS::IAM::Role");
    private static final List<String> PEOPLE = List.of("ann", "bob");
    private static final ControlId GONE = new ControlId("Old.1");
    private static final List<String> NAMES =
            List.of("crowd", "crowd-7", "Café%_", "payments/Crowd", "orders-jp-1", "請求書");
    private static final List<Text> REASONS = List.of(
            new Text("", ""),
            new Text("Port 22 is open to 0.0.0.0/0.", "ポート22が0.0.0.0/0に公開されています。"),
            new Text("It is not encrypted \\ by crowd-7.", "crowd-7は暗号化されていません。"));
    /** Ids, parts of names and ARNs in any case, words, parts of reasons, and what nothing has. */
    private static final List<String> TEXTS = List.of(
            "crowd",
            "CROWD-7",
            "rowd payments",
            "%_",
            "_",
            "7",
            "請求",
            "arn:aws:s3:eu-west-1:100000000001:",
            "arn:aws:s3:::",
            "bucket/0",
            "0.0.0.0/0",
            "encrypted \\",
            "暗号化",
            "公開",
            " port 22 ",
            "ec2.2",
            "S3.1",
            "Old.1",
            "100000000002",
            "100000000006",
            "orders-jp-1",
            "zzz");

    @Autowired
    FindingLists lists;

    @Autowired
    Findings findings;

    @Autowired
    Deadlines deadlines;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    private final Random random = new Random(7);

    @TestConfiguration
    static class Time {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    @BeforeEach
    void findingsOfAllKinds() {
        when(controls.all()).thenReturn(CONTROLS);
        when(controls.find(any()))
                .thenAnswer(call -> CONTROLS.stream()
                        .filter(it -> it.id().equals(call.getArgument(0)))
                        .findFirst());
        ACCOUNTS.forEach(account -> Rows.account(jdbc, account));
        for (var n = 0; n < 300; n++) {
            finding(new UUID(1, n));
        }
        crowd();
        jdbc.sql("update account set retired_at = now() where id = :id")
                .param("id", ACCOUNTS.getLast())
                .update();
        deadlines.put(new Deadline(Severity.CRITICAL, null, null, 1));
        deadlines.put(new Deadline(Severity.HIGH, null, null, 30));
        deadlines.put(new Deadline(null, new ControlId("EC2.2"), ACCOUNTS.getFirst(), 3));
        deadlines.put(new Deadline(Severity.HIGH, null, ACCOUNTS.getFirst(), 2));
    }

    private void finding(UUID id) {
        var control = random.nextInt(12) == 0 ? GONE : pick(CONTROLS).id();
        var archived = random.nextInt(8) == 0;
        var status = pick(List.of("FAILED", "FAILED", "FAILED", "PASSED", "WARNING"));
        var workflow = status.equals("PASSED")
                ? pick(List.of("RESOLVED", "RESOLVED", "NEW"))
                : pick(List.of("NEW", "NEW", "NOTIFIED", "SUPPRESSED", "RESOLVED"));
        Rows.finding(jdbc, id, pick(ACCOUNTS), control.value(), status, workflow, archived ? "RESOURCE_GONE" : null);
        jdbc.sql("""
                        update finding set status_changed_at = :at::timestamptz, region = :region, assignee = :assignee,
                               failing_since = case when compliance_status = 'FAILED' or compliance_status = 'WARNING' and :was
                                     then :since::timestamptz end
                        where id = :id
                        """)
                .param("at", NOW.minusSeconds(3600L * random.nextInt(50)).toString())
                .param("since", NOW.minusSeconds(86_400L * random.nextInt(40)).toString())
                .param("was", id.getLeastSignificantBits() % 2 == 0)
                .param("region", pick(List.of("eu-west-1", "us-east-1")))
                .param("assignee", random.nextInt(3) == 0 ? pick(PEOPLE) : null)
                .param("id", id)
                .update();
        var types = CONTROLS.stream()
                .filter(it -> it.id().equals(control) && !archived)
                .findFirst()
                .map(Control::types)
                .orElse(archived ? TYPES : List.of("AWS::Old::Type")); // of an earlier version
        var reason = pick(REASONS);
        jdbc.sql("""
                        with said as (update finding set reason = :english, reason_ja = :japanese where id = :id)
                        update resource r
                        set name = :name, region = f.region, type = :type,
                            arn = 'arn:aws:s3:' || f.region || ':' || f.account_id || ':bucket/' || right(f.id::text, 3)
                        from finding f where f.id = r.id and r.id = :id
                        """)
                .param("english", reason.en())
                .param("japanese", reason.ja().isEmpty() ? null : reason.ja())
                .param("name", pick(NAMES))
                .param("type", pick(types))
                .param("id", id)
                .update();
    }

    /** So many resources have one text that it is not rare. */
    private void crowd() {
        crowd(1, 10_001);
    }

    private void crowd(int first, int last) {
        jdbc.sql("""
                        insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest,
                                              first_seen_at, changed_at)
                        select gen_random_uuid(), :account, 'eu-west-1', 'AWS::EC2::Instance', n::text, 'crowd', '{}', '{}',
                               '{}', gen_random_uuid(), now(), now()
                        from generate_series(:first, :last) as n
                        """)
                .param("account", ACCOUNTS.getFirst())
                .param("first", first)
                .param("last", last)
                .update();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Whether what is unsettled is found at once by a text, or met in order, as where it is thought to be much more. */
    @ParameterizedTest
    @CsvSource({"SEVERITY, 1", "SEVERITY, 1000000", "NEWEST, 1000000", "DUE, 1", "DUE, 1000000"})
    void hasEachFindingOfAnyFilterOnceAndInOrder(FindingOrder order, int times) {
        jdbc.sql("analyze unsettled_finding").update();
        jdbc.sql("update pg_class set reltuples = reltuples * :times where relname = 'unsettled_finding'")
                .param("times", times)
                .update();
        var all = findings.all(Stream.iterate(0, n -> n + 1)
                .limit(300)
                .map(n -> new UUID(1, n))
                .collect(Collectors.toSet()));
        for (var n = 0; n < 90; n++) {
            var filter = n == 0 ? FindingFilter.ACTIVE : someFilter();
            var expected = all.stream()
                    .filter(it -> finds(filter, it))
                    .sorted(comparator(order))
                    .toList();
            var found = pages(filter, order);
            assertThat(found.items()).as(filter.toString()).containsExactlyElementsOf(expected);
            assertThat(total(filter, found.total(), expected.size()))
                    .as(filter.toString())
                    .isTrue();
        }
    }

    /** What is looked for in resources is counted as far as the first page alone. */
    private static boolean total(FindingFilter filter, Page.Total told, int expected) {
        return told.countsAll()
                ? told.count() == expected
                : told.count() <= expected
                        && (filter.text() != null || !filter.resourceTypes().isEmpty());
    }

    @Test
    void tellsWhatAnotherChoiceWouldFind() {
        var filter = filter(
                Set.of(),
                Set.of(),
                Set.of(Severity.HIGH),
                Set.of(ComplianceStatus.FAILED),
                Set.of(),
                RecordState.ACTIVE);
        var tally = lists.list(filter, FindingOrder.SEVERITY, PageRequest.first(1))
                .tally()
                .orElseThrow();
        var bySeverity = tally.bySeverity();
        for (var severity : Severity.values()) {
            assertThat(bySeverity.get(severity))
                    .isEqualTo(total(filter(
                            Set.of(),
                            Set.of(),
                            Set.of(severity),
                            Set.of(ComplianceStatus.FAILED),
                            Set.of(),
                            RecordState.ACTIVE)));
        }
        assertThat(tally.byCompliance().get(ComplianceStatus.PASSED))
                .isPositive()
                .isEqualTo(total(filter(
                        Set.of(),
                        Set.of(),
                        Set.of(Severity.HIGH),
                        Set.of(ComplianceStatus.PASSED),
                        Set.of(),
                        RecordState.ACTIVE)));
        assertThat(tally.byControl().keySet()).extracting(ControlId::value).containsExactly("EC2.1", "S3.2");
    }

    @Test
    void countsNothingThatSumsDoNotKnow() {
        var filter = filter(Set.of(), Set.of("eu-west-1"), Set.of(), Set.of(), Set.of(), RecordState.ACTIVE);
        assertThat(lists.list(filter, FindingOrder.SEVERITY, PageRequest.first(1))
                        .tally())
                .isEmpty();
    }

    /** What fails is read neither for what is suppressed alone, nor for what is resolved although it fails. */
    @ParameterizedTest
    @EnumSource(names = {"SUPPRESSED", "RESOLVED"})
    void readsNothingElseForWhatIsRare(WorkflowStatus status) {
        var filter = filter(
                Set.of(),
                Set.of("none"),
                Set.of(),
                Set.of(ComplianceStatus.FAILED),
                Set.of(status),
                RecordState.ACTIVE);
        var such = jdbc.sql("select count(*) from finding where workflow_status = :status and record_state = 'ACTIVE'")
                .param("status", status.name())
                .query(Long.class)
                .single();
        thousandsThatFail();
        RowsRead.asIfThereWereMany(jdbc, "finding");
        for (var order : FindingOrder.values()) {
            assertThat(RowsRead.of(jdbc, "finding", () -> lists.list(filter, order, PageRequest.first(10))))
                    .as(order.name())
                    .isLessThan(3 * such + 50);
        }
    }

    /** Neither those of the accounts nor of the controls that come first. */
    @Test
    void readsOnlyWhatHasARareText() {
        var rare = new UUID(1, 7);
        jdbc.sql("update resource set name = 'unicorn' where id = :id")
                .param("id", rare)
                .update();
        thousandsThatFail();
        RowsRead.asIfThereWereMany(jdbc, "finding");
        RowsRead.asIfThereWereMany(jdbc, "resource");
        for (var order : FindingOrder.values()) {
            var read = RowsRead.of(
                    jdbc,
                    "finding",
                    () -> assertThat(lists.list(Filters.ofText("Unicorn"), order, PageRequest.first(10))
                                    .page()
                                    .items())
                            .extracting(Finding::id)
                            .containsExactly(rare));
            assertThat(read).as(order.name()).isLessThan(50);
        }
    }

    /** Whether it is among the first that are looked at or comes after them. */
    @ParameterizedTest
    @CsvSource({"1, 3000", "2500, 3000", "2990, 3000"})
    void findsACommonTextInTheOrderOfWhatIsDue(int first, int last) {
        crowd(20_001, 25_000); // nothing fails in these
        jdbc.sql("delete from finding").update();
        jdbc.sql("""
                        with one as (
                            update resource set name = case when arn::integer between :first and :last then 'crowd' else 'other' end
                            where arn ~ '^[0-9]{1,4}$' and arn::integer <= 3000 returning *)
                        insert into finding (id, account_id, region, control_id, resource_id, compliance_status, workflow_status,
                                             record_state, reason, first_observed_at, status_changed_at, failing_since)
                        select id, account_id, region, 'S3.2', id, 'FAILED', 'NEW', 'ACTIVE', '', :now, :now,
                               :now::timestamptz - interval '90 days' + arn::integer * interval '1 minute'
                        from one
                        """)
                .param("first", first)
                .param("last", last)
                .param("now", Instants.utc(NOW))
                .update();
        jdbc.sql("analyze finding, resource").update();
        var found = lists.list(Filters.ofText("crowd"), FindingOrder.DUE, PageRequest.first(10))
                .page();
        var expected = IntStream.rangeClosed(first, Math.min(last, first + 9))
                .mapToObj(Integer::toString)
                .toList();
        assertThat(found.items()).extracting(it -> it.resource().arn()).containsExactlyElementsOf(expected);
    }

    /** However much newer it is: nothing that passes and is resolved is read for what is overdue, in work, or not known. */
    @ParameterizedTest
    @EnumSource
    void readsNothingThatPassesForWhatDoesNot(FindingOrder order) {
        var unsettled = jdbc.sql("""
                        select count(*) from finding where record_state = 'ACTIVE'
                          and (compliance_status <> 'PASSED' or workflow_status <> 'RESOLVED')
                        """).query(Long.class).single();
        thousands("PASSED", "RESOLVED", 400);
        RowsRead.asIfThereWereMany(jdbc, "finding");
        for (var filter : List.of(
                FindingFilter.overdue(Circle.ALL),
                filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(WorkflowStatus.NOTIFIED), RecordState.ACTIVE),
                filter(
                        Set.of(),
                        Set.of("us-east-1"),
                        Set.of(),
                        Set.of(ComplianceStatus.WARNING),
                        Set.of(),
                        RecordState.ACTIVE))) {
            assertThat(RowsRead.of(jdbc, "finding", () -> lists.list(filter, order, PageRequest.first(10))))
                    .as(filter.toString())
                    .isLessThan(3 * unsettled);
        }
    }

    /** Of three hundred findings all are read as cheaply as few. */
    private void thousandsThatFail() {
        thousands("FAILED", "NEW", 60);
    }

    private void thousands(String status, String workflow, int times) {
        jdbc.sql("""
                        insert into finding
                        select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'control_id', 'Many.' || n))).*
                        from finding f cross join generate_series(1, :times) as n
                        where f.compliance_status = :status and f.workflow_status = :workflow
                        """)
                .param("status", status)
                .param("workflow", workflow)
                .param("times", times)
                .update();
    }

    private long total(FindingFilter filter) {
        return pages(filter, FindingOrder.NEWEST).items().size();
    }

    private Page<Finding> pages(FindingFilter filter, FindingOrder order) {
        var items = new ArrayList<Finding>();
        var page = lists.list(filter, order, PageRequest.first(7)).page();
        var total = page.total();
        items.addAll(page.items());
        while (page.nextPageToken() != null) {
            page = lists.list(filter, order, new PageRequest(7, page.nextPageToken()))
                    .page();
            items.addAll(page.items());
        }
        return new Page<>(items, null, total);
    }

    private FindingFilter someFilter() {
        return filter(
                some(ACCOUNTS, 2),
                random.nextInt(3) == 0 ? Set.of("eu-west-1") : Set.of(),
                some(List.of(Severity.values()), 2),
                some(List.of(ComplianceStatus.values()), 2),
                some(List.of(WorkflowStatus.values()), 3),
                random.nextInt(4) == 0 ? null : RecordState.ACTIVE,
                some(
                        Stream.concat(CONTROLS.stream().map(Control::id), Stream.of(GONE))
                                .toList(),
                        2),
                new FindingFilter.Assignees(
                        random.nextInt(3) == 0 ? some(PEOPLE, 2) : Set.of(), random.nextInt(6) == 0),
                random.nextInt(3) == 0 ? some(TYPES, 2) : Set.of(),
                random.nextInt(3) == 0 ? pick(TEXTS) : null,
                random.nextInt(6) == 0);
    }

    private <T> Set<T> some(List<T> values, int most) {
        return random.nextBoolean()
                ? Set.of()
                : Stream.generate(() -> pick(values))
                        .limit(1 + random.nextInt(most))
                        .collect(Collectors.toSet());
    }

    private static FindingFilter filter(
            Set<String> accounts,
            Set<String> regions,
            Set<Severity> severities,
            Set<ComplianceStatus> statuses,
            Set<WorkflowStatus> workflow,
            @Nullable RecordState state) {
        return filter(
                accounts,
                regions,
                severities,
                statuses,
                workflow,
                state,
                Set.of(),
                FindingFilter.Assignees.ANY,
                Set.of(),
                null,
                false);
    }

    private static FindingFilter filter(
            Set<String> accounts,
            Set<String> regions,
            Set<Severity> severities,
            Set<ComplianceStatus> statuses,
            Set<WorkflowStatus> workflow,
            @Nullable RecordState state,
            Set<ControlId> ids,
            FindingFilter.Assignees assignees,
            Set<String> types,
            @Nullable String text,
            boolean overdue) {
        return new FindingFilter(
                Set.of(),
                accounts,
                regions,
                ids,
                Set.of(),
                Set.of(),
                severities,
                statuses,
                workflow,
                assignees,
                state == null ? Set.of() : Set.of(state),
                Set.of(),
                types,
                text,
                overdue);
    }

    private static boolean finds(FindingFilter filter, Finding it) {
        var known = CONTROLS.stream().anyMatch(control -> control.id().equals(it.controlId()));
        return (filter.accountIds().isEmpty()
                        ? !it.accountId().equals(ACCOUNTS.getLast())
                        : filter.accountIds().contains(it.accountId()))
                && (filter.resourceTypes().isEmpty()
                        || filter.resourceTypes().contains(it.resource().type()))
                && has(filter, it)
                && (filter.regions().isEmpty() || filter.regions().contains(it.region()))
                && (filter.severities().isEmpty()
                        || known && filter.severities().contains(it.severity()))
                && (filter.controlIds().isEmpty() || filter.controlIds().contains(it.controlId()))
                && assigned(filter.assignees(), it.assignee())
                && (!filter.overdue() || isOverdue(it))
                && filter.asksFor(it.complianceStatus())
                && filter.asksFor(it.workflowStatus())
                && filter.asksFor(it.recordState());
    }

    private static boolean has(FindingFilter filter, Finding it) {
        if (filter.text() == null) {
            return true;
        }
        var text = filter.text().strip();
        if (filter.controlIds().isEmpty()
                && CONTROLS.stream().anyMatch(control -> control.id().value().equalsIgnoreCase(text))) {
            return it.controlId().value().equalsIgnoreCase(text);
        }
        var resource = it.resource();
        var named = text.startsWith("arn:")
                ? resource.arn().startsWith(text)
                : Stream.of(text.split(" "))
                        .allMatch(word ->
                                contains(resource.name() + "\n" + resource.arn().split(":", 6)[5], word));
        return named
                || it.accountId().equals(text)
                || contains(it.reason().en(), text)
                || contains(it.reason().ja(), text);
    }

    private static boolean contains(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static boolean assigned(FindingFilter.Assignees wanted, @Nullable String assignee) {
        return wanted.equals(FindingFilter.Assignees.ANY)
                || (assignee == null ? wanted.nobody() : wanted.names().contains(assignee));
    }

    private static boolean isOverdue(Finding it) {
        var due = due(it);
        return due != null && due.isBefore(NOW);
    }

    private static Comparator<Finding> comparator(FindingOrder order) {
        Comparator<Finding> newest = comparing(Finding::statusChangedAt, reverseOrder())
                .thenComparing(it -> it.id().toString(), reverseOrder());
        return switch (order) {
            case NEWEST -> newest;
            case SEVERITY -> comparing(FindingListsTests::group).thenComparing(newest);
            case DUE ->
                comparing(FindingListsTests::due, nullsLast(naturalOrder()))
                        .thenComparing((one, other) -> due(one) == null
                                ? newest.compare(one, other)
                                : one.id().toString().compareTo(other.id().toString()));
        };
    }

    private static int group(Finding it) {
        if (it.recordState() == RecordState.ARCHIVED) {
            return 8;
        }
        if (it.workflowStatus() == WorkflowStatus.SUPPRESSED) {
            return 7;
        }
        return switch (it.complianceStatus()) {
            case FAILED -> it.severity().ordinal();
            case WARNING, NOT_AVAILABLE -> 5;
            case PASSED -> 6;
        };
    }

    private static @Nullable Instant due(Finding it) {
        return it.recordState() == RecordState.ACTIVE && it.workflowStatus() != WorkflowStatus.SUPPRESSED
                ? it.dueAt()
                : null;
    }

    private static Control control(String id, Severity severity, String... types) {
        var it = Some.control(id);
        return new Control(
                it.id(),
                it.service(),
                it.title(),
                it.remediation(),
                severity,
                it.category(),
                it.differs(),
                Stream.of(types).map(FindingListsTests::type).toList(),
                it.parameters(),
                it.reads(),
                it.actions(),
                it.examples());
    }

    private static ResourceType type(String name) {
        var bucket = Some.control("S3.1").resources().getFirst();
        return new ResourceType(
                name,
                bucket.service(),
                bucket.scopes(),
                bucket.shape(),
                bucket.listing(),
                bucket.parts(),
                bucket.moving());
    }
}
