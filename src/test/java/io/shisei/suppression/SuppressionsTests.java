package io.shisei.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.account.WatchChanged;
import io.shisei.control.ControlCode;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.control.Text;
import io.shisei.control.Verdict;
import io.shisei.coverage.Evaluations;
import io.shisei.database.CopyIn;
import io.shisei.database.TemporaryTables;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.Counts;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingCode;
import io.shisei.finding.Findings;
import io.shisei.finding.Harvest;
import io.shisei.finding.Reconciliation;
import io.shisei.finding.Suppressing;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.history.Transition;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.MatchCode;
import io.shisei.finding.rule.RuleEffect;
import io.shisei.finding.rule.TagMatch;
import io.shisei.finding.search.FindingSearch;
import io.shisei.finding.sum.FailingPast;
import io.shisei.finding.sum.FindingSums;
import io.shisei.finding.workflow.Workflow;
import io.shisei.finding.workflow.WorkflowChange;
import io.shisei.finding.workflow.WorkflowParts;
import io.shisei.inventory.Document;
import io.shisei.inventory.DocumentDifference;
import io.shisei.inventory.ReadResources;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.StagedResources;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.LimitCode;
import io.shisei.refusal.Refusal;
import io.shisei.score.DayZone;
import io.shisei.score.Scores;
import io.shisei.score.TrendRecorder;
import io.shisei.suppression.foreign.ForeignFormat;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import({
    Suppressions.class,
    SuppressionEffect.class,
    MovedAccounts.class,
    SuppressionChanges.class,
    SuppressionPreviews.class,
    SuppressionImports.class,
    RuleChecks.class,
    RulesInForce.class,
    Suppressing.class,
    Reconciliation.class,
    ReadResources.class,
    StagedResources.class,
    CopyIn.class,
    TemporaryTables.class,
    Findings.class,
    FindingSearch.class,
    WorkflowParts.class,
    FindingSums.class,
    FailingPast.class,
    Deadlines.class,
    Accounts.class,
    Scores.class,
    Evaluations.class
})
class SuppressionsTests {

    private static final String ACCOUNT = "123456789012";
    private static final String OTHER = "210987654321";
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final ControlId S3_9 = new ControlId("S3.9");
    private static final Map<String, String> NONE = Map.of();
    private static final Verdict PASSED = new Verdict.Passed(Text.NONE);
    private static final Verdict FAILED = new Verdict.Failed(Text.same("It is open"));
    private static final ResourceType BUCKET = Types.BUCKET;

    @Autowired
    Suppressions suppressions;

    @Autowired
    SuppressionPreviews previews;

    @Autowired
    SuppressionImports imports;

    @Autowired
    SuppressionEffect effect;

    @Autowired
    MovedAccounts movedAccounts;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Findings findings;

    @Autowired
    Workflow workflow;

    @Autowired
    Scores scores;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Accounts accounts;

    @MockitoBean
    Controls controls;

    @MockitoBean
    TrendRecorder trends;

    @MockitoBean
    SchedulerClient scheduler;

    @MockitoBean
    Clock clock;

    /** Days begin in Tokyo. */
    @MockitoBean
    DayZone days;

    @BeforeEach
    void twoAccounts() {
        when(clock.instant()).thenReturn(NOW);
        when(days.today()).thenAnswer(call -> LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo")));
        when(controls.find(any())).thenReturn(Optional.empty());
        when(controls.switches(any())).thenReturn(Map.of(S3_8, true, S3_9, true));
        when(controls.standards())
                .thenReturn(List.of(new Standard(
                        "fsbp", Text.same("FSBP"), new TreeSet<>(Set.of(S3_8, S3_9)), Map.of(), List.of())));
        List.of(ACCOUNT, OTHER).forEach(id -> {
            when(accounts.existsById(id)).thenReturn(true);
            Rows.account(jdbc, id);
        });
    }

    /** @param tags null: they could not be read */
    private record Seen(
            String name, Verdict verdict, @Nullable Map<String, String> tags) {

        Resource bucket() {
            return new Resource(
                    "arn:aws:s3:::" + name,
                    BUCKET,
                    name,
                    tags == null ? NONE : tags,
                    tags == null,
                    Document.of(Map.of("Name", name)));
        }
    }

    private static Seen open(String name) {
        return new Seen(name, FAILED, NONE);
    }

    private void scan(Seen... buckets) {
        scan(ACCOUNT, "eu-west-1", S3_8, buckets);
    }

    private void scan(String account, String region, ControlId control, Seen... buckets) {
        try (var harvest = new Harvest(account, region)) {
            for (var it : buckets) {
                harvest.add(it.bucket(), Map.of(control, it.verdict()));
            }
            reconciliation.reconcile(new Reconciliation.Order(
                    harvest,
                    Map.of(BUCKET, List.of(control)),
                    Map.of(),
                    Reconciliation.Cause.scan(UUID.randomUUID()),
                    clock.instant()));
        }
    }

    private static FindingMatch arn(String pattern) {
        return FindingMatch.ofArns(pattern);
    }

    private static Suppression.Plan plan(FindingMatch match, @Nullable Instant expiresAt) {
        return new Suppression.Plan(match, "on purpose", "web team", expiresAt, null);
    }

    private Suppression hide(FindingMatch match, @Nullable Instant expiresAt) {
        return suppressions.create(plan(match, expiresAt), "admin");
    }

    private Suppression hide(String pattern) {
        return hide(arn("arn:aws:s3:::" + pattern), null);
    }

    private List<String> hidden() {
        return jdbc.sql("""
            select r.name from finding f join resource r on r.id = f.resource_id
            where workflow_status = 'SUPPRESSED' order by 1
            """).query(String.class).list();
    }

    private Finding finding(String name) {
        return jdbc.sql("select f.id from finding f join resource r on r.id = f.resource_id where r.name = :name")
                .param("name", name)
                .query(UUID.class)
                .optional()
                .flatMap(findings::find)
                .orElseThrow();
    }

    private Transition last(String name) {
        return findings.history(finding(name).id()).getFirst();
    }

    private void passTo(Instant later) {
        when(clock.instant()).thenReturn(later);
        while (effect.step()) {
            Thread.onSpinWait();
        }
    }

    private static FindingMatch match(
            @Nullable String control,
            @Nullable String account,
            @Nullable String region,
            @Nullable String pattern,
            @Nullable String tag) {
        return new FindingMatch(
                control == null ? null : List.of(new ControlId(control)),
                words(account),
                null,
                words(region),
                words(pattern),
                tag == null ? TagMatch.ANY : new TagMatch(tags(tag), List.of(), List.of()),
                FindingMatch.Exempt.NOTHING);
    }

    private static @Nullable List<String> words(@Nullable String text) {
        return text == null ? null : List.of(text.split(" "));
    }

    private static List<TagMatch.Tag> tags(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(" "))
                        .map(tag -> tag.split("="))
                        .map(parts -> new TagMatch.Tag(parts[0], parts.length == 1 ? null : parts[1]))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        S3.8 |  |  |  |  | a_b axb far prod
        S3.9 |  |  |  |  | other
         | 210987654321 |  |  |  | far
         | 123456789012 210987654321 | us-east-1 |  |  | far
         |  | eu-west-1 eu-north-1 |  |  | a_b axb other prod
         |  |  | arn:aws:s3:::a?b |  | a_b axb
         |  |  | arn:aws:s3:::a_b |  | a_b
         |  |  | arn:aws:s3:::*r* |  | far other prod
         |  |  | arn:aws:s3:::A* |  | ''
         |  |  | *%* |  | ''
         |  |  | prod |  | ''
         |  |  |  | env | a_b prod
         |  |  |  | env=prod | prod
        S3.8 | 123456789012 | eu-west-1 | *:::a* | env=test | a_b
        S3.9 | 123456789012 | eu-west-1 | *:::a* | env=test | ''
        """)
    void hidesWhatFitsAllThatIsNamed(
            @Nullable String control,
            @Nullable String account,
            @Nullable String region,
            @Nullable String pattern,
            @Nullable String tag,
            String names) {
        scan(
                new Seen("a_b", FAILED, Map.of("env", "test")),
                open("axb"),
                new Seen("prod", FAILED, Map.of("env", "prod", "a", "b")));
        scan(ACCOUNT, "eu-west-1", S3_9, open("other"));
        scan(OTHER, "us-east-1", S3_8, open("far"));
        hide(match(control, account, region, pattern, tag), null);
        assertThat(String.join(" ", hidden())).isEqualTo(names);
    }

    @Test
    void keepsWhoHidItWhenAndWhy() {
        scan(open("data"));
        var rule = hide("data");
        assertThat(finding("data").suppressionId()).isEqualTo(rule.id());
        assertThat(last("data"))
                .extracting(Transition::to, Transition::username, Transition::note, Transition::suppressionId)
                .containsExactly("SUPPRESSED", "admin", "on purpose", rule.id());
        assertThat(suppressions.history(rule.id()))
                .containsExactly(
                        new Suppression.Change(NOW, Suppression.Change.What.CREATED, "admin", "on purpose", List.of()));
        verify(trends).follow(ACCOUNT, Set.of(S3_8), NOW);
    }

    @Test
    void hidesWhatLaterScansFind() {
        var rule = hide("test-*");
        scan(open("test-1"), open("data"));
        assertThat(hidden()).containsExactly("test-1");
        assertThat(last("test-1"))
                .extracting(Transition::from, Transition::username, Transition::suppressionId)
                .containsExactly("NEW", null, rule.id());
        assertThat(last("test-1").scanId()).isNotNull();
    }

    @Test
    void followsTheTagsOfResources() {
        hide(match(null, null, null, null, "env=test"), null);
        scan(open("data"));
        scan(new Seen("data", FAILED, Map.of("env", "test")));
        assertThat(hidden()).containsExactly("data");
        scan(open("data"));
        assertThat(finding("data").workflowStatus()).isEqualTo(WorkflowStatus.NEW);
        assertThat(last("data").suppressionEffect()).isEqualTo(RuleEffect.UNMATCHED);
    }

    @Test
    void writesNothingWhenAScanFindsNothingNew() {
        hide("*");
        scan(open("data"));
        var before = finding("data").version();
        scan(open("data"));
        assertThat(finding("data").version()).isEqualTo(before);
        assertThat(findings.history(finding("data").id())).hasSize(2);
    }

    @Test
    void reopensWhatItAloneHidWhenItExpires() {
        scan(open("a"), open("both"), new Seen("good", PASSED, NONE), open("by-hand"));
        workflow.change(finding("by-hand").id(), 0, WorkflowChange.to(WorkflowStatus.SUPPRESSED, "mine"), "kim");
        var short_ = hide(arn("*"), MAY);
        var long_ = hide("both");
        assertThat(hidden()).containsExactly("a", "both", "by-hand", "good");

        passTo(MAY.minusMillis(1));
        assertThat(hidden()).hasSize(4);
        passTo(MAY);
        assertThat(hidden()).containsExactly("both", "by-hand");
        assertThat(finding("a").workflowStatus()).isEqualTo(WorkflowStatus.NEW);
        assertThat(finding("good").workflowStatus()).isEqualTo(WorkflowStatus.RESOLVED);
        assertThat(last("a"))
                .extracting(
                        Transition::from,
                        Transition::to,
                        Transition::username,
                        Transition::scanId,
                        Transition::suppressionId,
                        Transition::suppressionEffect)
                .containsExactly("SUPPRESSED", "NEW", null, null, short_.id(), RuleEffect.EXPIRED);
        assertThat(last("both"))
                .extracting(Transition::from, Transition::to, Transition::suppressionId, Transition::suppressionEffect)
                .containsExactly("SUPPRESSED", "SUPPRESSED", long_.id(), RuleEffect.HIDDEN);
        assertThat(suppressions.find(short_.id()).orElseThrow().state()).isEqualTo(Suppression.State.EXPIRED);
        assertThat(suppressions.history(short_.id()))
                .extracting(Suppression.Change::what, Suppression.Change::username)
                .containsExactly(
                        tuple(Suppression.Change.What.EXPIRED, null), tuple(Suppression.Change.What.CREATED, "admin"));
    }

    @Test
    void hidesNothingByARuleThatExpiredThisMinute() {
        hide(arn("*"), MAY);
        when(clock.instant()).thenReturn(MAY);
        scan(open("data"));
        assertThat(hidden()).isEmpty();
    }

    @Test
    void givesAFindingToTheOldestRuleAndLeavesItThere() {
        var older = hide("d*");
        when(clock.instant()).thenReturn(NOW.plusSeconds(1));
        var newer = hide("*");
        scan(open("data"));
        assertThat(finding("data").suppressionId()).isEqualTo(older.id());
        suppressions.end(newer.id(), newer.version(), null, "kim");
        assertThat(finding("data").suppressionId()).isEqualTo(older.id());
        assertThat(findings.history(finding("data").id())).hasSize(2);
    }

    @Test
    void reopensAtOnceWhenItIsEndedEarly() {
        scan(open("data"));
        var rule = hide("data");
        var ended = suppressions.end(rule.id(), rule.version(), "fixed", "kim");
        assertThat(ended.state()).isEqualTo(Suppression.State.ENDED);
        assertThat(finding("data").workflowStatus()).isEqualTo(WorkflowStatus.NEW);
        assertThat(last("data").username()).isEqualTo("kim");
        assertThat(last("data").suppressionEffect()).isEqualTo(RuleEffect.ENDED);
        assertThat(suppressions.history(rule.id()).getFirst())
                .isEqualTo(new Suppression.Change(NOW, Suppression.Change.What.ENDED, "kim", "fixed", List.of()));
        refused(SuppressionCode.SUPPRESSION_OVER, () -> suppressions.end(rule.id(), ended.version(), null, "kim"));
    }

    @Test
    void reopensWhatIsGoneMeanwhileSoThatItComesBackOpen() {
        scan(open("data"));
        var rule = hide("data");
        scan();
        suppressions.end(rule.id(), rule.version(), null, "kim");
        scan(open("data"));
        assertThat(finding("data").workflowStatus()).isEqualTo(WorkflowStatus.NEW);
    }

    @Test
    void isOutlastedByAPersonsWordAndNotOverruled() {
        scan(open("data"));
        var rule = hide("data");
        var hidden = finding("data");
        refused(
                FindingCode.HIDDEN_BY_RULE,
                () -> workflow.change(
                        hidden.id(), hidden.version(), WorkflowChange.to(WorkflowStatus.NEW, null), "kim"));
        workflow.change(hidden.id(), hidden.version(), WorkflowChange.to(WorkflowStatus.SUPPRESSED, null), "kim");
        suppressions.end(rule.id(), rule.version(), null, "admin");
        assertThat(hidden()).containsExactly("data");
    }

    @Test
    void doesWhatThePreviewShowed() {
        scan(open("a"), new Seen("good", PASSED, NONE), open("mine"));
        scan(ACCOUNT, "eu-west-1", S3_9, new Seen("other", PASSED, NONE));
        workflow.change(finding("mine").id(), 0, WorkflowChange.to(WorkflowStatus.SUPPRESSED, "mine"), "kim");
        var preview = previews.of(arn("*:::*a*"), PageRequest.first(10));
        assertThat(hidden()).containsExactly("mine");
        assertThat(preview.findings().items())
                .extracting(it -> it.resource().name())
                .containsExactly("a");
        assertThat(preview.scores().getFirst().now())
                .isEqualTo(50)
                .isEqualTo(scores.standard("fsbp", null).score());
        var rule = hide(arn("*:::*a*"), null);
        assertThat(findings.hiddenBy(rule.id(), PageRequest.first(10)).total())
                .isEqualTo(preview.findings().total());
        assertThat(preview.scores().getFirst().then())
                .isEqualTo(100)
                .isEqualTo(scores.standard("fsbp", null).score());
        assertThat(findings.hiddenByRule()).isEqualTo(Map.of(rule.id(), 1L));
        assertThat(scores.standard("fsbp", null).unsuppressedScore()).isEqualTo(50);
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).counts().score())
                .isEqualTo(100);
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).unsuppressed())
                .isEqualTo(new Counts(1, 2, 0, 0));
    }

    @Test
    void takesRulesOfOtherProductsAndNamesWhatItLeavesOut() {
        scan(open("test-1"), open("data"));
        var order = new SuppressionImports.Order(ForeignFormat.PROWLER, """
            Mutelist:
              Accounts:
                "*":
                  Checks:
                    "*":
                      Regions: ["*"]
                      Resources: ["^test-"]
                      Description: Only for trials
                "000000000000":
                  Checks:
                    "*":
                      Regions: ["*"]
                      Resources: ["*"]
            """, "imported", "web team", MAY, null);
        assertThat(imports.check(order).count(ImportReport.Outcome.TAKEN)).isEqualTo(1);
        assertThat(suppressions.list()).isEmpty();
        var report = imports.run(order, "admin");
        assertThat(hidden()).containsExactly("test-1");
        assertThat(report.lines())
                .extracting(ImportReport.Line::line, ImportReport.Line::outcome)
                .containsExactly(tuple(5, ImportReport.Outcome.TAKEN), tuple(11, ImportReport.Outcome.LEFT_OUT));
        assertThat(report.lines().getLast().remarks())
                .extracting(Refusal::code)
                .containsExactly(SuppressionCode.HIDDEN_ACCOUNT_NOT_WATCHED);
        var made = suppressions
                .find(Objects.requireNonNull(report.lines().getFirst().suppressionId()))
                .orElseThrow();
        assertThat(made.plan())
                .extracting(Suppression.Plan::reason, Suppression.Plan::owner, Suppression.Plan::expiresAt)
                .containsExactly("Only for trials", "web team", MAY);
    }

    @Test
    void tellsWhatItWouldHaveHiddenDayByDay() {
        onDay(-100, open("always"), new Seen("good", PASSED, NONE));
        onDay(-80, open("always"), open("mended"), new Seen("good", PASSED, NONE));
        onDay(-78, open("always"), new Seen("mended", PASSED, NONE), new Seen("good", PASSED, NONE));
        onDay(-50, open("always"), new Seen("mended", PASSED, NONE), open("good"), open("other"));
        when(clock.instant()).thenReturn(NOW.minus(Duration.ofDays(20)));
        var kept = hide("good");
        onDay(-10, open("always"), new Seen("mended", PASSED, NONE), open("good"));
        when(clock.instant()).thenReturn(NOW);
        var past = Objects.requireNonNull(
                previews.of(arn("*"), PageRequest.first(10)).past());
        assertThat(past.findings()).isEqualTo(4);
        assertThat(past.days()).hasSize(90);
        assertThat(turns(past)).isEqualTo(Map.of(-89, 1L, -80, 2L, -78, 1L, -50, 3L, -20, 2L, -10, 1L));
        suppressions.end(kept.id(), kept.version(), null, "kim");
        assertThat(turns(Objects.requireNonNull(
                        previews.of(arn("*:::good"), PageRequest.first(10)).past())))
                .isEqualTo(Map.of(-89, 0L, -50, 1L, -20, 0L, 0, 1L));
    }

    private void onDay(int day, Seen... buckets) {
        when(clock.instant()).thenReturn(NOW.plus(Duration.ofDays(day)));
        scan(buckets);
    }

    /** By day before today, how many there were from then on. */
    private static Map<Integer, Long> turns(FailingPast.Past past) {
        var turns = new TreeMap<Integer, Long>();
        var before = -1L;
        for (var day = 0; day < past.days().size(); day++) {
            var failed = past.days().get(day).failed();
            if (failed != before) {
                turns.put(day - 89, failed);
            }
            before = failed;
        }
        return turns;
    }

    @Test
    void followsStepByStepWhereThereAreMany() {
        jdbc.sql("""
            with r as (
                insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest,
                                      first_seen_at, changed_at)
                select md5(n::text)::uuid, :account, 'eu-west-1', 'AWS::S3::Bucket', 'arn:' || n, n::text,
                       '{}', '{}', '{}', md5(n::text)::uuid, now(), now()
                from generate_series(1, 10005) as n returning id)
            insert into finding (id, account_id, region, control_id, resource_id, compliance_status, reason,
                                 workflow_status, record_state, first_observed_at, status_changed_at)
            select id, :account, 'eu-west-1', 'S3.8', id, 'FAILED', '', 'NEW', 'ACTIVE', now(), now() from r
            """).param("account", ACCOUNT).update();
        jdbc.sql("analyze resource, finding").update();
        var rule = hide(arn("arn:*"), MAY);
        assertThat(rule.settled()).isFalse();
        assertThat(hidden()).hasSize(10_000);
        passTo(NOW);
        assertThat(hidden()).hasSize(10_005);
        passTo(MAY);
        assertThat(hidden()).isEmpty();
        assertThat(suppressions.find(rule.id()).orElseThrow().settled()).isTrue();
    }

    /** No index finds such a rule's findings: it goes from place to place, and begins where it left off. */
    @Test
    void goesThroughAllPlacesWhereNoIndexHelps() {
        jdbc.sql("""
            with r as (
                insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest,
                                      first_seen_at, changed_at)
                select md5(n::text)::uuid, :account, 'r-' || n, 'AWS::S3::Bucket', 'arn:' || n, n::text,
                       '{}', '{}', '{}', md5(n::text)::uuid, now(), now()
                from generate_series(1, 450) as n returning id, region)
            insert into finding (id, account_id, region, control_id, resource_id, compliance_status, reason,
                                 workflow_status, record_state, first_observed_at, status_changed_at)
            select id, :account, region, 'S3.8', id, 'FAILED', '', 'NEW', 'ACTIVE', now(), now() from r
            """).param("account", ACCOUNT).update();
        assertThat(arn("*:4*").isIndexed()).isFalse();
        hide(arn("*:*"), null);
        assertThat(hidden()).hasSize(200);
        assertThat(effect.step()).isTrue();
        assertThat(hidden()).hasSize(400);
        passTo(NOW);
        assertThat(hidden()).hasSize(450);
    }

    @Test
    void refusesWhatCannotBe() {
        doThrow(new Refusal.Impossible(ControlCode.UNKNOWN_CONTROL, "controlIds/0", S3_9))
                .when(controls)
                .checkChosen(eq(List.of(S3_9)));
        refused(MatchCode.NOTHING_NAMED, () -> match(null, null, null, null, null));
        refused(MatchCode.EMPTY_LIST, () -> withAccounts(List.of()));
        refused(LimitCode.EMPTY_CHOICE, () -> arn(" "));
        refused(LimitCode.BLANK, () -> new Suppression.Plan(arn("*"), " ", "me", null, null));
        refused(LimitCode.BLANK, () -> new Suppression.Plan(arn("*"), "why", "", null, null));
        refused(ControlCode.UNKNOWN_CONTROL, () -> hide(match("S3.9", null, null, null, null), null));
        refused(
                SuppressionCode.HIDDEN_ACCOUNT_NOT_WATCHED,
                () -> hide(match(null, "000000000000", null, null, null), null));
        refused(AccountCode.NOT_A_REGION, () -> hide(match(null, null, "Tokyo", null, null), null));
        refused(SuppressionCode.EXEMPT_NOT_AN_ACCOUNT, () -> hide(allBut("1234-5678-9012"), null));
        refused(SuppressionCode.EXPIRY_OVER, () -> hide(arn("*"), NOW));
        refused(SuppressionCode.UNKNOWN_SUPPRESSION, () -> suppressions.end(UUID.randomUUID(), 0, null, "kim"));
        var rule = hide(match(null, null, "global", null, null), NOW.plus(Duration.ofDays(1)));
        refused(
                SuppressionCode.SUPPRESSION_CHANGED,
                () -> suppressions.end(rule.id(), rule.version() - 1, null, "kim"));
    }

    private static FindingMatch allBut(String account) {
        return new FindingMatch(
                null,
                null,
                null,
                null,
                List.of("*"),
                TagMatch.ANY,
                new FindingMatch.Exempt(List.of(account), null, null));
    }

    private static FindingMatch withAccounts(List<String> ids) {
        return new FindingMatch(null, ids, null, null, null, TagMatch.ANY, FindingMatch.Exempt.NOTHING);
    }

    private static FindingMatch tagged(@Nullable String all, @Nullable String any, @Nullable String none) {
        return new FindingMatch(
                null,
                null,
                null,
                null,
                null,
                new TagMatch(tags(all), tags(any), tags(none)),
                FindingMatch.Exempt.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        env=test | | | both test
        env=test team | | | both
        | env=test env=prod | | both prod test
        | env=prod team=web | | both prod
        env | | team=web | prod test
        | env | env=prod team | test
        """)
    void hidesByAllAnyAndNoneOfTheTags(
            @Nullable String all, @Nullable String any, @Nullable String none, String names) {
        scan(
                new Seen("test", FAILED, Map.of("env", "test")),
                new Seen("both", FAILED, Map.of("env", "test", "team", "web")),
                new Seen("prod", FAILED, Map.of("env", "prod")),
                open("bare"));
        hide(tagged(all, any, none), null);
        assertThat(String.join(" ", hidden())).isEqualTo(names);
    }

    @Test
    void doesNotTakeTagsThatAreNotReadForNone() {
        jdbc.sql("insert into untagged_type values (?) on conflict do nothing")
                .param(BUCKET.name())
                .update();
        scan(
                open("unread"),
                new Seen("kept", FAILED, Map.of("keep", "yes")),
                new Seen("read", FAILED, Map.of("a", "b")));
        hide(
                new FindingMatch(
                        List.of(S3_8),
                        null,
                        null,
                        null,
                        null,
                        new TagMatch(List.of(), List.of(), tags("keep=yes")),
                        FindingMatch.Exempt.NOTHING),
                null);
        assertThat(hidden()).containsExactly("read");
    }

    @Test
    void doesNotTakeTagsThatCouldNotBeReadForNone() {
        var kept = new TagMatch(List.of(), List.of(), tags("keep=yes"));
        hide(new FindingMatch(List.of(S3_8), null, null, null, null, kept, FindingMatch.Exempt.NOTHING), null);
        scanTags(null);
        assertThat(hidden()).isEmpty();
        scanTags(NONE);
        assertThat(hidden()).containsExactly("data");
        scanTags(null);
        assertThat(hidden()).containsExactly("data");
        scanTags(Map.of("keep", "yes"));
        assertThat(hidden()).isEmpty();
    }

    @Test
    void hidesByTagsWhileTheyCannotBeRead() {
        scanTags(Map.of("env", "test"));
        hide(tagged("env=test", null, null), null);
        var moves = findings.history(finding("data").id()).size();
        scanTags(null);
        assertThat(hidden()).containsExactly("data");
        assertThat(findings.history(finding("data").id())).hasSize(moves);
        scanTags(Map.of("env", "prod"));
        assertThat(hidden()).isEmpty();
    }

    /** @param tags null: they could not be read */
    private void scanTags(@Nullable Map<String, String> tags) {
        scan(ACCOUNT, "eu-west-1", S3_8, new Seen("data", FAILED, tags));
    }

    @Test
    void hidesWhatIsInAUnitAtAnyDepthAsTheAccountsStandNow() {
        when(accounts.ous()).thenReturn(new TreeMap<>(Map.of(Ou.ROOT, 2, new Ou("/Sandbox"), 1)));
        moved(ACCOUNT, "/Sandbox/Web");
        moved(OTHER, "/Sandboxes");
        scan(open("data"));
        scan(OTHER, "eu-west-1", S3_8, open("far"));
        var rule = hide(inOu("/Sandbox"), null);
        assertThat(hidden()).containsExactly("data");
        moved(ACCOUNT, "/Prod");
        scan(open("data"));
        assertThat(hidden()).isEmpty();
        suppressions.edit(rule.id(), rule.version(), plan(inOu("/"), null), "all", "kim");
        assertThat(hidden()).containsExactly("data", "far");
        refused(SuppressionCode.HIDDEN_OU_EMPTY, () -> hide(inOu("/Nowhere"), null));
    }

    @Test
    void makesNoRuleTwiceOfAFileThatIsImportedAgain() {
        when(accounts.existsById(any())).thenReturn(true);
        var entry = "{Regions: ['*'], Resources: ['^dev$']}";
        var file = "Mutelist: {Accounts: {'%s': {Checks: {'*': %s}}, '%s': {Checks: {'*': %s}}}}"
                .formatted(ACCOUNT, entry, OTHER, entry);
        var order = new SuppressionImports.Order(ForeignFormat.PROWLER, file, "why", "me", MAY, null);
        var first = imports.run(order, "admin");
        assertThat(first.lines()).extracting(ImportReport.Line::outcome).containsOnly(ImportReport.Outcome.TAKEN);
        var ended = suppressions.find(first.lines().getLast().suppressionId()).orElseThrow();
        suppressions.end(ended.id(), ended.version(), null, "admin");

        assertThat(imports.check(order).lines())
                .extracting(ImportReport.Line::outcome)
                .containsExactly(ImportReport.Outcome.THERE, ImportReport.Outcome.TAKEN);
        var again = imports.run(order, "admin");
        assertThat(again.lines())
                .extracting(ImportReport.Line::outcome)
                .containsExactly(ImportReport.Outcome.THERE, ImportReport.Outcome.TAKEN);
        assertThat(again.lines().getFirst().suppressionId())
                .isEqualTo(first.lines().getFirst().suppressionId());
        assertThat(suppressions.list()).hasSize(3);
    }

    @Test
    void followsAnAccountThatCameIntoAnotherUnit() {
        when(accounts.ous()).thenReturn(new TreeMap<>(Map.of(Ou.ROOT, 2, new Ou("/Sandbox"), 1)));
        moved(ACCOUNT, "/Sandbox");
        moved(OTHER, "/Shops");
        scan(open("data"));
        scan(OTHER, "eu-west-1", S3_8, open("shop"));
        movedAccounts.follow(new WatchChanged(Set.of(ACCOUNT)));
        verifyNoInteractions(scheduler);
        hide(inOu("/Sandbox"), null);
        assertThat(hidden()).containsExactly("data");

        moved(ACCOUNT, "/Shops");
        moved(OTHER, "/Sandbox/Deep");
        movedAccounts.follow(new WatchChanged(Set.of(ACCOUNT, OTHER)));
        verify(scheduler, times(2)).scheduleIfNotExists(any(TaskInstance.class), eq(NOW));
        assertThat(movedAccounts.step(ACCOUNT)).isFalse();
        assertThat(hidden()).isEmpty();
        assertThat(last("data"))
                .returns(RuleEffect.UNMATCHED, Transition::suppressionEffect)
                .returns(null, Transition::username);
        assertThat(movedAccounts.step(OTHER)).isFalse();
        assertThat(hidden()).containsExactly("shop");
        verify(trends).follow(OTHER, Set.of(S3_8), NOW);
    }

    private static FindingMatch inOu(String path) {
        return new FindingMatch(
                null, null, List.of(new Ou(path)), null, null, TagMatch.ANY, FindingMatch.Exempt.NOTHING);
    }

    private void moved(String account, String ou) {
        jdbc.sql("update account set ou = ? where id = ?").params(ou, account).update();
    }

    @Test
    void leavesOutWhatIsExempt() {
        scan(open("data"), open("data-2"), open("logs"));
        scan(OTHER, "eu-west-1", S3_8, open("far"));
        scan(ACCOUNT, "us-east-1", S3_8, open("us"));
        hide(
                new FindingMatch(
                        List.of(S3_8),
                        null,
                        null,
                        null,
                        null,
                        TagMatch.ANY,
                        new FindingMatch.Exempt(
                                List.of(OTHER), List.of("us-east-1"), List.of("*:::data-*", "*:::logs"))),
                null);
        assertThat(hidden()).containsExactly("data");
    }

    @Test
    void followsAnEditAndKeepsWhoChangedWhatAndWhy() {
        scan(open("a"), open("b"), open("c"));
        hide("c");
        var rule = hide(
                new FindingMatch(
                        null, null, null, null, List.of("*:::a", "*:::c*"), TagMatch.ANY, FindingMatch.Exempt.NOTHING),
                MAY);
        var edited = suppressions.edit(
                rule.id(),
                rule.version(),
                new Suppression.Plan(arn("*:::b"), "moved", "web team", null, LocalDate.parse("2026-06-01")),
                "the team moved",
                "kim");
        assertThat(hidden()).containsExactly("b", "c");
        assertThat(last("a"))
                .extracting(Transition::to, Transition::username, Transition::suppressionEffect)
                .containsExactly("NEW", "kim", RuleEffect.EDITED);
        assertThat(last("b")).extracting(Transition::username, Transition::note).containsExactly("kim", "moved");
        assertThat(edited.version()).isGreaterThan(rule.version());
        assertThat(suppressions.find(rule.id()).orElseThrow().plan()).isEqualTo(edited.plan());
        var change = suppressions.history(rule.id()).getFirst();
        assertThat(change)
                .extracting(Suppression.Change::what, Suppression.Change::username, Suppression.Change::note)
                .containsExactly(Suppression.Change.What.EDITED, "kim", "the team moved");
        assertThat(change.differences())
                .extracting(DocumentDifference::path, DocumentDifference::before, DocumentDifference::after)
                .containsExactlyInAnyOrder(
                        tuple("expiresAt", MAY.toString(), null),
                        tuple("reason", "on purpose", "moved"),
                        tuple("resourcePatterns[0]", "*:::a", "*:::b"),
                        tuple("resourcePatterns[1]", "*:::c*", null),
                        tuple("reviewOn", null, "2026-06-01"));
        refused(
                SuppressionCode.SUPPRESSION_CHANGED,
                () -> suppressions.edit(rule.id(), rule.version(), edited.plan(), null, "kim"));
    }

    @Nested
    @TestPropertySource(properties = "shisei.suppression-approval=true")
    class WhereAnotherUserHasToApprove {

        @Test
        void hidesNothingUntilThen() {
            scan(open("data"));
            var rule = hide("data");
            assertThat(rule.state()).isEqualTo(Suppression.State.PENDING);
            scan(open("data"), open("data"));
            assertThat(hidden()).isEmpty();
            refused(
                    SuppressionCode.OWN_SUPPRESSION,
                    () -> suppressions.approve(rule.id(), rule.version(), null, "admin"));
            var approved = suppressions.approve(rule.id(), rule.version(), "seen", "kim");
            assertThat(approved.state()).isEqualTo(Suppression.State.IN_FORCE);
            assertThat(hidden()).containsExactly("data");
            assertThat(last("data").username()).isEqualTo("kim");
            assertThat(suppressions.history(rule.id()).getFirst())
                    .isEqualTo(new Suppression.Change(NOW, Suppression.Change.What.APPROVED, "kim", "seen", List.of()));
            refused(
                    SuppressionCode.SUPPRESSION_NOT_PENDING,
                    () -> suppressions.approve(rule.id(), approved.version(), null, "kim"));
        }

        @Test
        void asksAgainWhenMoreIsToBeHiddenOrForLonger() {
            scan(open("data"), open("logs"));
            var rule = hide(arn("*:::data"), MAY);
            var approved = suppressions.approve(rule.id(), rule.version(), null, "kim");
            var sooner = edit(approved, arn("*:::data"), MAY.minusSeconds(60));
            assertThat(sooner.state()).isEqualTo(Suppression.State.IN_FORCE);
            assertThat(hidden()).containsExactly("data");
            assertThat(edit(sooner, arn("*:::data"), MAY).state()).isEqualTo(Suppression.State.PENDING);
            assertThat(hidden()).isEmpty();
            assertThat(last("data").suppressionEffect()).isEqualTo(RuleEffect.EDITED);
        }

        @Test
        void isTooLateOnceItsTimeIsOver() {
            scan(open("data"));
            var rule = hide(arn("*:::data"), MAY);
            when(clock.instant()).thenReturn(MAY);
            refused(SuppressionCode.EXPIRY_OVER, () -> suppressions.approve(rule.id(), rule.version(), null, "kim"));
            assertThat(hidden()).isEmpty();
        }

        @Test
        void letsAWishEndUnapproved() {
            scan(open("data"));
            var rule = hide("data");
            assertThat(suppressions
                            .end(rule.id(), rule.version(), "no", "admin")
                            .state())
                    .isEqualTo(Suppression.State.ENDED);
            assertThat(hidden()).isEmpty();
        }

        private Suppression edit(Suppression rule, FindingMatch match, @Nullable Instant expiresAt) {
            return suppressions.edit(rule.id(), rule.version(), plan(match, expiresAt), null, "admin");
        }
    }

    @Test
    void endsNoLaterThanItSays() {
        var rule = hide(arn("*"), Instant.parse("9999-12-31T23:59:59.999999999Z"));
        assertThat(suppressions.list()).extracting(Suppression::plan).containsExactly(rule.plan());
    }

    @Test
    void remindsFromTheDayOfReviewOnInTheZoneOfDays() {
        var plan = new Suppression.Plan(arn("*"), "why", "me", null, LocalDate.parse("2026-04-02"));
        var rule = suppressions.create(plan, "admin");
        when(clock.instant()).thenReturn(Instant.parse("2026-04-01T14:59:59Z"));
        assertThat(suppressions.dueForReview()).isEmpty();
        when(clock.instant()).thenReturn(Instant.parse("2026-04-01T15:00:00Z"));
        assertThat(suppressions.dueForReview()).extracting(Suppression::id).containsExactly(rule.id());
        suppressions.end(rule.id(), rule.version(), null, "admin");
        assertThat(suppressions.dueForReview()).isEmpty();
    }

    private static void refused(Refusal.Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
