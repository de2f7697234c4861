package io.shisei.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Text;
import io.shisei.control.Verdict;
import io.shisei.database.CopyIn;
import io.shisei.database.TemporaryTables;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.Reconciliation.Cause;
import io.shisei.finding.rule.SuppressionRules;
import io.shisei.finding.search.FindingSearch;
import io.shisei.finding.workflow.Workflow;
import io.shisei.finding.workflow.WorkflowChange;
import io.shisei.finding.workflow.WorkflowParts;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import io.shisei.inventory.ReadResources;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.StagedResources;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Whatever befalls findings, in whatever order: they live as {@link PlainLife} does. */
@DatabaseTest
@Import({
    Reconciliation.class,
    ReadResources.class,
    StagedResources.class,
    Suppressing.class,
    CopyIn.class,
    TemporaryTables.class,
    Findings.class,
    FindingSearch.class,
    WorkflowParts.class,
    Deadlines.class,
    Accounts.class,
    FindingLifeTests.Time.class
})
class FindingLifeTests {

    private static final String ACCOUNT = "123456789012";
    private static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");
    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final int BUCKETS = 6;
    private static final int STEPS = 25;
    private static final Gap DENIED = new Gap("s3:ListAllMyBuckets", "AccessDenied", "no");
    private static final ResourceType BUCKET = Types.BUCKET;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Findings findings;

    @Autowired
    Workflow workflow;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @MockitoBean
    SuppressionRules rules;

    @TestConfiguration
    static class Time {
        @Bean
        Clock clock() {
            return Clock.fixed(BEGIN, ZoneOffset.UTC);
        }
    }

    @BeforeEach
    void anAccount() {
        when(controls.find(any())).thenReturn(Optional.empty());
        Rows.account(jdbc, ACCOUNT);
    }

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isAsTold(long seed) {
        var random = new Random(seed);
        var lives = new ArrayList<PlainLife>();
        for (int i = 0; i < BUCKETS; i++) {
            lives.add(new PlainLife());
        }
        var at = BEGIN;
        for (int step = 0; step < STEPS; step++) {
            at = at.plus(Duration.ofHours(7));
            if (random.nextInt(4) == 0) {
                decide(random, lives, at);
            } else {
                scan(random, lives, at);
            }
            for (int i = 0; i < BUCKETS; i++) {
                check(i, lives.get(i), "seed " + seed + ", step " + step + ", bucket " + i);
            }
        }
    }

    private void decide(Random random, List<PlainLife> lives, Instant at) {
        var bucket = random.nextInt(BUCKETS);
        find(bucket).ifPresent(finding -> {
            var to = WorkflowStatus.values()[random.nextInt(WorkflowStatus.values().length)];
            workflow.change(finding.id(), finding.version(), WorkflowChange.to(to, "so"), "admin", at);
            lives.get(bucket).decided(to);
        });
    }

    private void scan(Random random, List<PlainLife> lives, Instant at) {
        var complete = random.nextInt(4) > 0;
        var stood = lives.stream().map(life -> life.stands).toList();
        try (var harvest = new Harvest(ACCOUNT, "eu-west-1")) {
            for (int i = 0; i < BUCKETS; i++) {
                see(random.nextInt(6), i, lives.get(i), complete, harvest, at);
            }
            var order = new Reconciliation.Order(
                    harvest,
                    Map.of(BUCKET, List.of(S3_8)),
                    complete ? Map.of() : Map.of(BUCKET, DENIED),
                    Cause.scan(UUID.randomUUID()),
                    at);
            assertThat(reconciliation.reconcile(order).moved()).isEqualTo(moved(stood, lives));
        }
    }

    private static void see(int chance, int bucket, PlainLife life, boolean complete, Harvest harvest, Instant at) {
        switch (chance) {
            case 0 -> {
                if (complete) {
                    life.archived(ArchiveReason.RESOURCE_GONE);
                } else {
                    life.unseen(at);
                }
            }
            case 1 -> {
                harvest.add(bucket(bucket), Map.of(S3_8, new Verdict.NotApplicable()));
                life.archived(ArchiveReason.NOT_APPLICABLE);
            }
            case 2, 3 -> {
                harvest.add(bucket(bucket), Map.of(S3_8, new Verdict.Passed(Text.NONE)));
                life.judged(ComplianceStatus.PASSED, at);
            }
            case 4 -> {
                harvest.add(bucket(bucket), Map.of(S3_8, new Verdict.Failed(Text.same("open"))));
                life.judged(ComplianceStatus.FAILED, at);
            }
            default -> {
                harvest.add(bucket(bucket), Map.of(S3_8, new Verdict.Unknown("denied")));
                life.judged(ComplianceStatus.WARNING, at);
            }
        }
    }

    private static Reconciliation.Moved moved(List<Boolean> stood, List<PlainLife> lives) {
        var opened = 0;
        var closed = 0;
        for (int i = 0; i < BUCKETS; i++) {
            opened += !stood.get(i) && lives.get(i).stands ? 1 : 0;
            closed += stood.get(i) && !lives.get(i).stands ? 1 : 0;
        }
        return new Reconciliation.Moved(opened, closed);
    }

    private static Resource bucket(int number) {
        var name = "bucket-" + number;
        return new Resource("arn:aws:s3:::" + name, BUCKET, name, Map.of(), Document.of(Map.of("Name", name)));
    }

    private void check(int bucket, PlainLife life, String when) {
        var finding = find(bucket);
        assertThat(finding.map(Finding::complianceStatus)).as(when).isEqualTo(Optional.ofNullable(life.verdict));
        finding.ifPresent(it -> {
            assertThat(it.workflowStatus()).as(when).isEqualTo(life.workflow);
            assertThat(it.archiveReason()).as(when).isEqualTo(life.archived);
            assertThat(it.recordState())
                    .as(when)
                    .isEqualTo(life.archived == null ? RecordState.ACTIVE : RecordState.ARCHIVED);
            assertThat(it.failingSince()).as(when).isEqualTo(life.failingSince);
        });
    }

    private Optional<Finding> find(int bucket) {
        return jdbc.sql(
                        "select f.id from finding f join stored_resource r on r.id = f.resource_id where r.name = :name")
                .param("name", "bucket-" + bucket)
                .query(UUID.class)
                .optional()
                .flatMap(findings::find);
    }
}
