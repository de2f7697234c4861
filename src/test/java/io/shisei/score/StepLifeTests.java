package io.shisei.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Text;
import io.shisei.control.Verdict;
import io.shisei.coverage.Checks.Check;
import io.shisei.coverage.Evaluations;
import io.shisei.coverage.Place;
import io.shisei.coverage.UnseenControls;
import io.shisei.database.CopyIn;
import io.shisei.database.Instants;
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
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.MovementFilter;
import io.shisei.finding.history.Movements;
import io.shisei.finding.history.Reason;
import io.shisei.finding.history.Transition;
import io.shisei.finding.rule.SuppressionRules;
import io.shisei.finding.search.FindingSearch;
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
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.score.circle.CircleParts;
import io.shisei.score.circle.CircleTrends;
import io.shisei.score.step.Step;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Found;
import io.shisei.test.Rows;
import io.shisei.test.SomeControls;
import io.shisei.test.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Whatever befalls accounts, in whatever order: the reasons of each step add up to it, and each opens as many findings. */
@DatabaseTest
@Import({
    Reconciliation.class,
    ReadResources.class,
    StagedResources.class,
    Suppressing.class,
    CopyIn.class,
    TemporaryTables.class,
    OutOfSight.class,
    UnseenControls.class,
    Listings.class,
    Findings.class,
    FindingSearch.class,
    WorkflowParts.class,
    Deadlines.class,
    Accounts.class,
    Evaluations.class,
    Scores.class,
    FindingSums.class,
    FindingMoves.class,
    RepairSums.class,
    OverdueSums.class,
    Movements.class,
    Retention.class,
    TrendRecorder.class,
    TrendHistory.class,
    DailySums.class,
    DailySteps.class,
    CircleParts.class
})
class StepLifeTests {

    private static final List<String> ACCOUNTS = List.of("111111111111", "222222222222");
    private static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1");
    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final ControlId S3_9 = new ControlId("S3.9");
    private static final List<ControlId> CONTROLS = List.of(S3_8, S3_9);
    private static final Instant BEGIN = Instant.parse("2026-03-20T05:00:00Z");
    private static final Gap DENIED = new Gap("s3:ListAllMyBuckets", "AccessDenied", "no");
    private static final ResourceType BUCKET = Types.BUCKET;
    private static final int BUCKETS = 4;
    private static final int EVENTS = 50;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    OutOfSight outOfSight;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Findings findings;

    @Autowired
    Workflow workflow;

    @Autowired
    Movements movements;

    @Autowired
    TrendRecorder recorder;

    @Autowired
    CircleTrends trends;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @MockitoBean
    SuppressionRules rules;

    @MockitoBean
    SchedulerClient scheduler;

    @MockitoBean
    Clock clock;

    private final Set<ControlId> off = new HashSet<>();
    private Instant now = BEGIN;

    @BeforeEach
    void twoAccountsAndControls() {
        when(clock.instant()).thenAnswer(call -> now);
        SomeControls.mocked(controls, CONTROLS, off, ACCOUNTS);
        ACCOUNTS.forEach(id -> Rows.account(jdbc, id));
        Rows.watch(jdbc, ACCOUNTS.getFirst(), REGIONS);
        Rows.watch(jdbc, ACCOUNTS.getLast(), REGIONS);
    }

    static LongStream seeds() {
        return LongStream.range(0, 5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addsUp(long seed) {
        var random = new Random(seed);
        for (int event = 0; event < EVENTS; event++) {
            now = now.plus(Duration.ofHours(random.nextInt(1, 20)));
            befall(random);
        }
        now = now.plusSeconds(1);
        ACCOUNTS.forEach(account -> recorder.follow(account, Set.of(), now));
        var told = EnumSet.noneOf(MoveCause.class);
        var unit = Circle.of(Ou.ROOT, ACCOUNTS);
        Stream.of(Circle.of(ACCOUNTS.getFirst()), Circle.of(ACCOUNTS.getLast()), unit, Circle.ALL)
                .forEach(circle -> {
                    CONTROLS.forEach(id -> check("seed " + seed, Set.of(id), circle, told));
                    check("seed " + seed, Set.of(), circle, told);
                });
        CONTROLS.forEach(id -> checkLine("seed " + seed, id, unit));
        assertThat(told).as("seed " + seed).hasSizeGreaterThan(6);
    }

    /** Walked back from now, a control has at the end of each day what the days of the unit's accounts add up to. */
    private void checkLine(String when, ControlId id, Circle unit) {
        var end = now.plusSeconds(1);
        var points = trends.control(id, unit, BEGIN, end);
        var last = points.isEmpty() ? Counts.NONE : points.getLast().counts();
        var line = trends.lines(unit, Map.of(id, last), BEGIN, end).get(id);
        assertThat(points)
                .allSatisfy(point -> assertThat(line.lowerEntry(
                                        point.at().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)))
                                .getValue())
                        .as("%s, %s on %s", when, id, point.at())
                        .isEqualTo(point.counts()));
    }

    private void befall(Random random) {
        var account = pick(random, ACCOUNTS);
        switch (random.nextInt(12)) {
            case 0 -> decide(random);
            case 1 -> switchOver(pick(random, CONTROLS));
            case 2 -> sight(() -> Rows.watch(jdbc, account, random.nextBoolean() ? REGIONS : REGIONS.subList(0, 1)));
            case 3 -> Rows.tuned(jdbc, pick(random, CONTROLS), now);
            case 4 -> sight(() -> retire(account, random.nextInt(3) == 0));
            default -> scan(random, account);
        }
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void decide(Random random) {
        var all = Found.active(findings);
        if (!all.isEmpty()) {
            var finding = pick(random, all);
            var to = pick(random, List.of(WorkflowStatus.SUPPRESSED, WorkflowStatus.NEW));
            workflow.change(finding.id(), finding.version(), WorkflowChange.to(to, "so"), "admin", now);
        }
    }

    private void switchOver(ControlId control) {
        sight(() -> {
            if (!off.remove(control)) {
                off.add(control);
            }
        });
    }

    private void retire(String account, boolean gone) {
        jdbc.sql("update account set retired_at = :at where id = :id")
                .param("at", gone ? Instants.utc(now) : null)
                .param("id", account)
                .update();
    }

    /** As the service does when something is taken out of sight. */
    private void sight(Runnable choice) {
        choice.run();
        outOfSight
                .archive(OutOfSight.Part.ALL, new OutOfSight.Cause("admin", null), now)
                .lost()
                .forEach((account, lost) -> recorder.follow(account, lost, now));
    }

    /** As the service does, of each region that is watched. */
    private void scan(Random random, String account) {
        var scan = UUID.randomUUID();
        var watched = jdbc.sql("select unnest(regions) from counted_account where id = :id and until = 'infinity'")
                .param("id", account)
                .query(String.class)
                .list();
        watched.forEach(region -> read(random, scan, new Place(account, region)));
        if (!watched.isEmpty()) {
            recorder.record(account, scan, null, 100, now);
        }
    }

    private void read(Random random, UUID scan, Place place) {
        var judging = CONTROLS.stream().filter(id -> !off.contains(id)).toList();
        var listed = random.nextInt(5) > 0;
        try (var harvest = new Harvest(place.accountId(), place.region())) {
            for (int i = 0; i < BUCKETS; i++) {
                if (random.nextInt(6) > 0) {
                    var verdicts = new HashMap<ControlId, Verdict>();
                    judging.forEach(id -> verdicts.put(id, verdict(random)));
                    harvest.add(bucket(place.region() + i, random.nextInt(2)), verdicts);
                }
            }
            reconciliation.reconcile(new Reconciliation.Order(
                    harvest,
                    Map.of(BUCKET, judging),
                    listed ? Map.of() : Map.of(BUCKET, DENIED),
                    Reconciliation.Cause.scan(scan),
                    now));
        }
        var ended = judging.stream()
                .map(id -> new Evaluations.Ended(new Check(id, BUCKET), listed, listed ? null : DENIED))
                .toList();
        evaluations.evaluated(place, scan, now, ended);
    }

    private static Verdict verdict(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> new Verdict.NotApplicable();
            case 1 -> new Verdict.Unknown("denied");
            case 2, 3 -> new Verdict.Failed(Text.same("open"));
            default -> new Verdict.Passed(Text.NONE);
        };
    }

    private static Resource bucket(String name, int owner) {
        return new Resource(
                "arn:aws:s3:::" + name, BUCKET, name, Map.of(), Document.of(Map.of("Name", name, "Owner", owner)));
    }

    /** @param of a control, or (empty) all of the standard */
    private void check(String when, Set<ControlId> of, Circle circle, Set<MoveCause> told) {
        var end = now.plusSeconds(1);
        var all = of.isEmpty()
                ? trends.standardSteps("fsbp", circle, BEGIN, end)
                : trends.controlSteps(of.iterator().next(), circle, BEGIN, end);
        for (var step : all) {
            var as = "%s, %s in %s on %s".formatted(when, of, circle, step.day());
            assertThat(step.unexplained()).as(as).isEqualTo(Counts.NONE);
            step.reasons()
                    .forEach(reason -> assertThat(list(step, reason, of, circle))
                            .as("%s: %s", as, reason)
                            .isEqualTo(reason.findings()));
            step.reasons().forEach(reason -> told.add(reason.cause()));
        }
        var causes = all.stream()
                .flatMap(step -> step.reasons().stream())
                .collect(Collectors.groupingBy(Reason::cause, Collectors.summingLong(Reason::findings)));
        causes.forEach((cause, findings) -> assertThat(list(all, cause, of, circle))
                .as("%s, %s in %s: %s", when, of, circle, cause)
                .isEqualTo(findings));
        assertThat(all.stream().map(Step::change).reduce(Counts.NONE, Counts::plus))
                .as("%s, %s in %s", when, of, circle)
                .isEqualTo(lastOf(of, circle, end));
    }

    private long list(Step step, Reason reason, Set<ControlId> of, Circle circle) {
        var filter =
                new MovementFilter(step.day(), step.day(), circle, of, reason.cause(), reason.was(), reason.became());
        var found = found(filter);
        assertThat(found).allSatisfy(it -> assertThat(it.cause()).isEqualTo(reason.cause()));
        return found.size();
    }

    /** Of all these steps together. */
    private long list(List<Step> steps, MoveCause cause, Set<ControlId> of, Circle circle) {
        var from = steps.getLast().day();
        var to = steps.getFirst().day();
        return found(new MovementFilter(from, to, circle, of, cause, null, null))
                .size();
    }

    private List<Transition> found(MovementFilter filter) {
        var page = movements.list(filter, PageRequest.first(PageRequest.MAX_SIZE));
        assertThat(page.total()).isEqualTo(Page.Total.exact(page.items().size()));
        return page.items();
    }

    private Counts lastOf(Set<ControlId> of, Circle circle, Instant end) {
        var counts = of.isEmpty()
                ? trends.standard("fsbp", circle, BEGIN, end).stream().map(StandardPoint::findings)
                : trends.control(of.iterator().next(), circle, BEGIN, end).stream()
                        .map(TrendPoint::counts);
        return counts.reduce(Counts.NONE, (before, after) -> after);
    }
}
