package io.shisei.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.Accounts;
import io.shisei.account.UnitPasts;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Text;
import io.shisei.control.Verdict;
import io.shisei.coverage.Checks.Check;
import io.shisei.coverage.Evaluations;
import io.shisei.coverage.Place;
import io.shisei.coverage.UnseenControls;
import io.shisei.database.CopyIn;
import io.shisei.database.Retention;
import io.shisei.database.TemporaryTables;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.Counts;
import io.shisei.finding.Findings;
import io.shisei.finding.Harvest;
import io.shisei.finding.OutOfSight;
import io.shisei.finding.Reconciliation;
import io.shisei.finding.Suppressing;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.history.Movements;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.search.FindingSearch;
import io.shisei.finding.sum.FailingPast;
import io.shisei.finding.sum.FindingMoves;
import io.shisei.finding.sum.FindingSums;
import io.shisei.finding.sum.OverdueSums;
import io.shisei.finding.sum.RepairSums;
import io.shisei.finding.workflow.Workflow;
import io.shisei.finding.workflow.WorkflowChange;
import io.shisei.finding.workflow.WorkflowParts;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Listings;
import io.shisei.inventory.ReadResources;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.StagedResources;
import io.shisei.score.TrendPoint;
import io.shisei.score.TrendRecorder;
import io.shisei.score.Trends;
import io.shisei.score.step.Step;
import io.shisei.score.step.Steps;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.SomeControls;
import io.shisei.test.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Two accounts over sixty days: what befalls them is told below, and trend, reasons and history are as told. */
@DatabaseTest
@Import({
    Suppressions.class,
    SuppressionEffect.class,
    SuppressionChanges.class,
    RuleChecks.class,
    RulesInForce.class,
    Suppressing.class,
    Reconciliation.class,
    ReadResources.class,
    StagedResources.class,
    CopyIn.class,
    TemporaryTables.class,
    OutOfSight.class,
    UnseenControls.class,
    Listings.class,
    Findings.class,
    FindingSearch.class,
    WorkflowParts.class,
    FindingSums.class,
    FindingMoves.class,
    OverdueSums.class,
    RepairSums.class,
    FailingPast.class,
    Movements.class,
    Retention.class,
    Deadlines.class,
    Accounts.class,
    UnitPasts.class,
    Evaluations.class,
    SixtyDaysTests.OfScores.class
})
class SixtyDaysTests {

    private static final String SHOP = "111111111111";
    private static final String BANK = "222222222222";
    private static final ControlId OPEN = new ControlId("S3.8");
    private static final ControlId KEPT = new ControlId("S3.9");
    private static final List<ControlId> CONTROLS = List.of(OPEN, KEPT);
    private static final ResourceType BUCKET = Types.BUCKET;
    private static final Gap DENIED = new Gap("s3:ListAllMyBuckets", "AccessDenied", "no");
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final Instant END = Instant.parse("2026-07-01T00:00:00Z");

    @Autowired
    Suppressions suppressions;

    @Autowired
    SuppressionEffect effect;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    OutOfSight outOfSight;

    @Autowired
    Findings findings;

    @Autowired
    Workflow workflow;

    @Autowired
    Evaluations evaluations;

    @Autowired
    TrendRecorder recorder;

    @Autowired
    Trends trends;

    @Autowired
    Steps steps;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @MockitoBean
    SchedulerClient scheduler;

    @MockitoBean
    Clock clock;

    @TestConfiguration
    @ComponentScan(
            basePackages = "io.shisei.score",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Tests|ScoreMetrics|Task|Priorities).*"))
    static class OfScores {}

    /** A bucket as it is now: whether the internet reads it, and for how many days it keeps its logs. */
    private record Bucket(String account, String region, boolean open, int days) {
        Bucket set(boolean nowOpen) {
            return new Bucket(account, region, nowOpen, days);
        }
    }

    private final Map<String, Bucket> buckets = new TreeMap<>();
    private final Set<ControlId> off = new HashSet<>();
    private final Set<String> unwatched = new HashSet<>(); // regions of the shop
    private final Set<String> unscanned = new HashSet<>();
    private boolean denied; // to list the shop's buckets in Ireland
    private int atLeast = 30;
    private int day;

    @BeforeEach
    void twoAccountsAndTwoControls() {
        when(clock.instant()).thenAnswer(call -> now());
        SomeControls.mocked(controls, CONTROLS, off, List.of(SHOP, BANK));
        List.of(SHOP, BANK).forEach(id -> Rows.account(jdbc, id));
        buckets.put("a1", new Bucket(SHOP, "eu-west-1", false, 60));
        buckets.put("a2", new Bucket(SHOP, "eu-west-1", true, 60));
        buckets.put("a3", new Bucket(SHOP, "eu-west-1", false, 60));
        buckets.put("a4", new Bucket(SHOP, "eu-central-1", true, 120));
        buckets.put("b1", new Bucket(BANK, "eu-west-1", true, 120));
        buckets.put("b2", new Bucket(BANK, "eu-west-1", false, 120));
    }

    private List<ControlId> on() {
        return CONTROLS.stream().filter(id -> !off.contains(id)).toList();
    }

    private Instant now() {
        return Instant.parse("2026-04-30T06:00:00Z").plus(Duration.ofDays(day));
    }

    private void story() {
        switch (day) {
            case 5 -> buckets.computeIfPresent("a2", (name, it) -> it.set(false));
            case 8 -> buckets.computeIfPresent("a3", (name, it) -> it.set(true));
            case 10 -> buckets.put("a5", new Bucket(SHOP, "eu-west-1", true, 60));
            case 12 -> hideUntilDayTwenty("a5");
            case 15 -> denied = true;
            case 18 -> denied = false;
            case 25 -> watch(false, "eu-central-1");
            case 30 -> watch(true, "eu-central-1");
            case 33 -> unscanned.add(BANK);
            case 37 -> unscanned.remove(BANK);
            case 40 -> tune(90);
            case 45 -> buckets.remove("b1");
            case 50 -> switchOver(KEPT);
            case 52 -> switchOver(KEPT);
            case 55 -> buckets.computeIfPresent("b2", (name, it) -> it.set(true));
            default -> {}
        }
    }

    @Test
    void areAsTold() {
        for (day = 1; day <= 60; day++) {
            while (effect.step()) {}
            story();
            List.of(SHOP, BANK).stream().filter(it -> !unscanned.contains(it)).forEach(this::scan);
            if (day == 58) {
                suppressByHand("b2");
            }
            assertThat(counts(SHOP)).as("day " + day).isEqualTo(plain(SHOP));
            assertThat(counts(null)).as("day " + day).isEqualTo(plain(SHOP).plus(plain(BANK)));
        }
        assertThat(told(steps.control(OPEN, null, Instant.EPOCH, END)))
                .containsExactly(
                        "1: INTO_SIGHT 3 NONE PASSED, INTO_SIGHT 3 NONE FAILED",
                        "5: FIXED 1 FAILED PASSED",
                        "8: NEWLY_FAILING 1 PASSED FAILED",
                        "10: NEW_RESOURCE 1 NONE FAILED",
                        "12: SUPPRESSED 1 FAILED SUPPRESSED",
                        "15: COVERAGE_LOST 2 PASSED UNKNOWN, COVERAGE_LOST 1 FAILED UNKNOWN",
                        "18: COVERAGE_GAINED 2 UNKNOWN PASSED, COVERAGE_GAINED 1 UNKNOWN FAILED",
                        "20: SUPPRESSION_EXPIRED 1 SUPPRESSED FAILED",
                        "25: OUT_OF_SIGHT 1 FAILED NONE, only lost from sight",
                        "30: INTO_SIGHT 1 NONE FAILED",
                        "45: GONE_RESOURCE 1 FAILED NONE",
                        "55: NEWLY_FAILING 1 PASSED FAILED",
                        "59: SUPPRESSED 1 FAILED SUPPRESSED");
        assertThat(told(steps.control(KEPT, null, Instant.EPOCH, END)))
                .containsExactly(
                        "1: INTO_SIGHT 6 NONE PASSED",
                        "10: NEW_RESOURCE 1 NONE PASSED",
                        "12: SUPPRESSED 1 PASSED SUPPRESSED",
                        "15: COVERAGE_LOST 3 PASSED UNKNOWN",
                        "18: COVERAGE_GAINED 3 UNKNOWN PASSED",
                        "20: SUPPRESSION_EXPIRED 1 SUPPRESSED PASSED",
                        "25: OUT_OF_SIGHT 1 PASSED NONE",
                        "30: INTO_SIGHT 1 NONE PASSED",
                        "40: CONTROL_TUNED 4 PASSED FAILED",
                        "45: GONE_RESOURCE 1 PASSED NONE",
                        "50: CONTROL_SWITCHED_OFF 2 PASSED NONE, CONTROL_SWITCHED_OFF 4 FAILED NONE",
                        "52: CONTROL_SWITCHED_ON 2 NONE PASSED, CONTROL_SWITCHED_ON 4 NONE FAILED");
        addUpEverywhere();
        keepsTheBankAsItWasWhileItIsNotScanned();
        tellsTheHistoryOfABucket();
    }

    private void addUpEverywhere() {
        Stream.of(SHOP, BANK, null)
                .flatMap(account -> Stream.of(
                        steps.control(OPEN, account, Instant.EPOCH, END),
                        steps.control(KEPT, account, Instant.EPOCH, END),
                        steps.standard("fsbp", account, Instant.EPOCH, END)))
                .forEach(line -> assertThat(line)
                        .isNotEmpty()
                        .allSatisfy(step -> assertThat(step.unexplained()).isEqualTo(Counts.NONE)));
    }

    private void keepsTheBankAsItWasWhileItIsNotScanned() {
        var stale = trends.control(OPEN, null, Instant.EPOCH, END).stream()
                .filter(point -> point.staleAccounts() > 0)
                .map(TrendPoint::at)
                .map(SixtyDaysTests::dayOf);
        assertThat(stale).containsExactly(33L, 34L, 35L, 36L);
    }

    private void tellsTheHistoryOfABucket() {
        var id = findings.find(SHOP, OPEN, "arn:aws:s3:::a5").orElseThrow().id();
        assertThat(findings.history(id).reversed())
                .extracting(it -> dayOf(it.at()) + ": " + it.to() + " " + it.cause())
                .containsExactly(
                        "10: FAILED NEW_RESOURCE",
                        "12: SUPPRESSED SUPPRESSED",
                        "15: WARNING null",
                        "18: FAILED null",
                        "20: NEW SUPPRESSION_EXPIRED");
    }

    private static long dayOf(Instant at) {
        return ChronoUnit.DAYS.between(Instant.parse("2026-04-30T06:00:00Z"), at);
    }

    private static List<String> told(List<Step> line) {
        return line.reversed().stream()
                .map(step -> ChronoUnit.DAYS.between(FIRST, step.day()) + 1 + ": "
                        + step.reasons().stream()
                                .map(it -> "%s %d %s %s".formatted(it.cause(), it.findings(), it.was(), it.became()))
                                .collect(Collectors.joining(", "))
                        + (step.risesByLostSight() ? ", only lost from sight" : ""))
                .toList();
    }

    private Counts counts(@Nullable String account) {
        return trends.control(OPEN, account, Instant.EPOCH, END).getLast().counts();
    }

    /** What anybody would count who looks at the buckets. */
    private Counts plain(String account) {
        return buckets.entrySet().stream()
                .filter(it -> it.getValue().account().equals(account))
                .filter(it -> !unwatched.contains(it.getValue().region()))
                .map(it -> plain(it.getKey(), it.getValue()))
                .reduce(Counts.NONE, Counts::plus);
    }

    private Counts plain(String name, Bucket bucket) {
        if (name.equals("a5") && day >= 12 && day < 20 || name.equals("b2") && day >= 59) {
            return new Counts(0, 0, 0, 1);
        }
        if (denied && bucket.account().equals(SHOP) && bucket.region().equals("eu-west-1")) {
            return new Counts(0, 0, 1, 0);
        }
        return bucket.open() ? new Counts(0, 1, 0, 0) : new Counts(1, 0, 0, 0);
    }

    private void hideUntilDayTwenty(String bucket) {
        var match = FindingMatch.ofArns("arn:aws:s3:::" + bucket);
        var until = now().plus(Duration.ofDays(8));
        suppressions.create(new Suppression.Plan(match, "until the move", "web", until, null), "ann");
    }

    /** In the evening, so that the points of the next day show it. */
    private void suppressByHand(String bucket) {
        var finding = findings.find(BANK, OPEN, "arn:aws:s3:::" + bucket).orElseThrow();
        var evening = now().plus(Duration.ofHours(12));
        workflow.change(
                finding.id(), finding.version(), WorkflowChange.to(WorkflowStatus.SUPPRESSED, "so"), "ann", evening);
    }

    private void watch(boolean again, String region) {
        if (again) {
            unwatched.remove(region);
        } else {
            unwatched.add(region);
        }
        Rows.watch(jdbc, SHOP, again ? List.of("eu-central-1", "eu-west-1") : List.of("eu-west-1"));
        lookNoMore();
    }

    private void switchOver(ControlId control) {
        if (!off.remove(control)) {
            off.add(control);
        }
        lookNoMore();
    }

    /** As the service does when something is taken out of sight. */
    private void lookNoMore() {
        outOfSight
                .archive(OutOfSight.Part.ALL, new OutOfSight.Cause("ann", null), now())
                .lost()
                .forEach((account, lost) -> recorder.follow(account, lost, now()));
    }

    private void tune(int days) {
        atLeast = days;
        Rows.tuned(jdbc, KEPT, now());
    }

    /** As the service does, some minutes later. */
    private void scan(String account) {
        var scan = UUID.randomUUID();
        var at = now().plusSeconds(600);
        Stream.of("eu-central-1", "eu-west-1")
                .filter(region -> !(account.equals(SHOP) && unwatched.contains(region)))
                .forEach(region -> read(scan, new Place(account, region), at));
        recorder.record(account, scan, null, denied && account.equals(SHOP) ? 50 : 100, at);
    }

    private void read(UUID scan, Place place, Instant at) {
        var unlisted = denied && place.equals(new Place(SHOP, "eu-west-1"));
        try (var harvest = new Harvest(place.accountId(), place.region())) {
            if (!unlisted) {
                buckets.forEach((name, bucket) -> see(name, bucket, place, harvest));
            }
            reconciliation.reconcile(new Reconciliation.Order(
                    harvest,
                    Map.of(BUCKET, on()),
                    unlisted ? Map.of(BUCKET, DENIED) : Map.of(),
                    Reconciliation.Cause.scan(scan),
                    at));
        }
        var ended = on().stream()
                .map(id -> new Evaluations.Ended(new Check(id, BUCKET), !unlisted, unlisted ? DENIED : null))
                .toList();
        evaluations.evaluated(place, scan, at, ended);
    }

    private void see(String name, Bucket bucket, Place place, Harvest harvest) {
        if (place.equals(new Place(bucket.account(), bucket.region()))) {
            var document = Document.of(Map.of("Name", name, "Open", bucket.open()));
            var verdicts = new TreeMap<ControlId, Verdict>();
            on().forEach(id -> verdicts.put(id, verdict(id.equals(OPEN) ? !bucket.open() : bucket.days() >= atLeast)));
            harvest.add(new Resource("arn:aws:s3:::" + name, BUCKET, name, Map.of(), document), verdicts);
        }
    }

    private static Verdict verdict(boolean passes) {
        return passes ? new Verdict.Passed(Text.NONE) : new Verdict.Failed(Text.same("not so"));
    }
}
