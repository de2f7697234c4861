package io.shisei.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Identity;
import io.shisei.account.Registration;
import io.shisei.account.WatchChanged;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.coverage.Coverage;
import io.shisei.coverage.Coverages;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Counts;
import io.shisei.finding.Finding;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.history.Transition;
import io.shisei.inventory.Gap;
import io.shisei.refusal.Refusal;
import io.shisei.scan.queue.ScanLedger;
import io.shisei.scan.queue.ScanSweep;
import io.shisei.score.ControlStatus;
import io.shisei.score.Scores;
import io.shisei.score.Trends;
import io.shisei.test.ApplicationTest;
import io.shisei.test.FakeSource;
import io.shisei.test.Found;
import io.shisei.test.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class ScanIT {

    private static final String ACCOUNT = "999900001111";
    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final ControlId RDS_15 = new ControlId("RDS.15");
    private static final ControlId ES_4 = new ControlId("ES.4");

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    Scanner scanner;

    @Autowired
    Scans scans;

    @Autowired
    Findings findings;

    @Autowired
    Scores scores;

    @Autowired
    Trends trends;

    @Autowired
    Coverages coverages;

    @Autowired
    FakeSource source;

    @Autowired
    ScanLedger ledger;

    @Autowired
    ScanSweep sweep;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Controls controls;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void anAccount() {
        source.reset();
        accounts.save(new Account(new Identity(ACCOUNT, "aws"), "fake", Access.DEFAULT, null, Instant.now()));
    }

    @AfterEach
    void noAccount() {
        scans.running(ACCOUNT).ifPresent(scan -> scanner.cancel(scan.id()));
        accounts.findById(ACCOUNT).map(Account::id).ifPresent(registration::delete);
    }

    @Test
    void leavesFindingsScoresAndOneTrendPointPerScan() {
        source.bucket("open", false);
        source.bucket("shut", true);
        var scan = scanAndWait();
        assertThat(scan.state()).isEqualTo(ScanState.COMPLETED);
        assertThat(scan.progress()).isEqualTo(new Scan.Progress(3, 3));
        assertThat(scan.coverage()).isEqualTo(100.0);
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).status()).isEqualTo(ControlStatus.FAILED);
        scanAndWait();
        assertThat(trends.control(S3_8, ACCOUNT, Instant.EPOCH, Instant.now()))
                .hasSize(2)
                .allSatisfy(point -> assertThat(point.counts().score()).isEqualTo(50.0));
    }

    @Test
    void passesWhereThereIsNoSuchResourceAndKnowsNothingOfWhatIsNotThere() {
        scanAndWait();
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).status()).isEqualTo(ControlStatus.PASSED);
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(ES_4).status()).isEqualTo(ControlStatus.NO_DATA);
    }

    @Test
    void namesTheTagsThatAreDeniedAndLacksNothingThatIsJudged() {
        source.bucket("open", false);
        source.denyTags(new Gap("tag:GetResources", "AccessDeniedException", "no"));
        var scan = scanAndWait();
        assertThat(scan.state()).isEqualTo(ScanState.COMPLETED);
        assertThat(scan.coverage()).isEqualTo(100.0);
        assertThat(finding().complianceStatus()).isEqualTo(ComplianceStatus.FAILED);
        assertThat(coverages.of(scan.id()))
                .filteredOn(part -> !part.gaps().isEmpty())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.state()).isEqualTo(Coverage.State.COMPLETE);
                    assertThat(part.completeChecks()).isEqualTo(part.checks());
                    assertThat(part.gaps())
                            .extracting(gap -> gap.gap().summary() + " " + gap.resources())
                            .containsExactly("tag:GetResources AccessDeniedException 1");
                });
    }

    @Test
    void skipsAServiceThatARegionLacks() {
        var scan = scanAndWait();
        assertThat(coverages.of(scan.id()))
                .filteredOn(part -> part.service().equals("ES"))
                .extracting(Coverage::state)
                .containsExactly(Coverage.State.SKIPPED, Coverage.State.SKIPPED);
    }

    @Test
    void goesOnAfterItBrokeOffWithoutReadingAgainWhatWasCommitted() {
        var broken = new AtomicBoolean();
        source.trouble((region, service) -> {
            if (region.equals("eu-west-1") && service.equals("S3") && broken.compareAndSet(false, true)) {
                await().until(() -> committed("eu-west-1 RDS"));
                throw new IllegalStateException("broken on purpose");
            }
        });
        source.bucket("open", false);
        assertThat(scanAndWait().state()).isEqualTo(ScanState.COMPLETED);
        assertThat(source.reads("eu-west-1", "S3")).isEqualTo(2);
        assertThat(source.reads("eu-west-1", "RDS")).isEqualTo(1);
    }

    @Test
    void givesUpAUnitThatAlwaysBreaksAndWarns() {
        source.bucket("shut", true);
        scanAndWait();
        source.trouble((region, service) -> {
            if (region.equals("eu-west-1") && service.equals("S3")) {
                throw new IllegalStateException("broken on purpose");
            }
        });
        assertThat(scanAndWait().state()).isEqualTo(ScanState.INCOMPLETE);
        assertThat(Found.active(findings))
                .filteredOn(finding -> finding.accountId().equals(ACCOUNT))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.complianceStatus()).isEqualTo(ComplianceStatus.WARNING);
                    assertThat(finding.reason().en()).isEqualTo("s3:ListAllMyBuckets GivenUp");
                });
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).status()).isEqualTo(ControlStatus.UNKNOWN);
        source.trouble((region, service) -> {});
        assertThat(scanAndWait().state()).isEqualTo(ScanState.COMPLETED);
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).status()).isEqualTo(ControlStatus.PASSED);
    }

    @Test
    void failsAndSaysWhyWhenItCannotBePlanned() {
        source.regions(() -> {
            throw new IllegalStateException("broken on purpose");
        });
        var scan = scanAndWait();
        assertThat(scan.state()).isEqualTo(ScanState.FAILED);
        assertThat(scan.problem().en()).contains("failed 3 times").contains("broken on purpose");
    }

    @Test
    void survivesLosingItsTasks() {
        var go = new CountDownLatch(1);
        source.bucket("open", false);
        source.trouble((region, service) -> go.await());
        var scan = scanner.start(Requests.scan(ACCOUNT));
        await().until(() -> source.reads("eu-west-1", "S3") == 1);
        jdbc.sql("update scan set queued_at = queued_at - interval '1 hour' where id = :id")
                .param("id", scan.id())
                .update();
        jdbc.sql("delete from scheduled_tasks where task_name = 'scan-unit'").update();
        sweep.run(scheduler);
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'scan-unit'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        go.countDown();
        assertThat(wait(scan.id()).state()).isEqualTo(ScanState.COMPLETED);
    }

    @Test
    void doesNotBlameAUnitForTheDeathsOfItsWorkers() {
        var go = new CountDownLatch(1);
        source.trouble((region, service) -> go.await());
        var scan = scanner.start(Requests.scan(ACCOUNT));
        await().until(() -> source.reads("eu-west-1", "S3") == 1);
        for (int death = 0; death < 5; death++) {
            assertThat(ledger.beginUnit(scan.id(), "eu-west-1", Instant.now()))
                    .hasValueSatisfying(
                            attempt -> assertThat(attempt.isTooMany()).isFalse());
        }
        go.countDown();
        assertThat(wait(scan.id()).state()).isEqualTo(ScanState.COMPLETED);
    }

    @Test
    void endsWithinSecondsWhenCancelledAndWritesNothingMore() {
        var never = new CountDownLatch(1);
        source.bucket("open", false);
        source.trouble((region, service) -> never.await());
        var scan = scanner.start(Requests.scan(ACCOUNT));
        await().until(() -> source.reads("eu-west-1", "S3") == 1);
        assertThat(scanner.cancel(scan.id()).state()).isEqualTo(ScanState.CANCELLED);
        source.reset();
        assertThat(scanAndWait().state()).isEqualTo(ScanState.COMPLETED);
        assertThat(coverages.of(scan.id())).extracting(Coverage::service).isSubsetOf("ES"); // skipped before, if it was
    }

    @Test
    void cancelsTheScanOfAnAccountThatIsRemoved() {
        var never = new CountDownLatch(1);
        source.trouble((region, service) -> never.await());
        var scan = scanner.start(Requests.scan(ACCOUNT));
        await().until(() -> source.reads("eu-west-1", "S3") == 1);
        registration.delete(ACCOUNT);
        assertThat(scans.find(scan.id())).isEmpty();
        assertThat(accounts.findById(ACCOUNT)).isEmpty();
        never.countDown();
    }

    @Test
    void sumsOverAllFollowWhenAnAccountIsErased() {
        source.bucket("open", false);
        scanAndWait();
        assertThat(failedInAll()).isPositive();
        registration.delete(ACCOUNT);
        await().untilAsserted(() -> assertThat(failedInAll()).isZero());
        await().untilAsserted(() -> assertThat(scheduler.getScheduledExecutionsForTask("daily-sums"))
                .isEmpty());
    }

    private long failedInAll() {
        return jdbc.sql("""
                        select coalesce(sum(failed), 0) from control_day
                        where account_id is null and control_id = 'S3.8'""").query(Long.class).single();
    }

    @Test
    void refusesASecondScanOfTheAccountWhileOneRuns() {
        var go = new CountDownLatch(1);
        source.trouble((region, service) -> go.await());
        var scan = scanner.start(Requests.scan(ACCOUNT));
        assertThatThrownBy(() -> scanner.start(Requests.scan(ACCOUNT)))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refused -> assertThat(refused.obstacle())
                                .isEqualTo(scan.id().toString()));
        go.countDown();
        wait(scan.id());
    }

    @Test
    void letsNoAccountStarveWhenMoreAreAskedForThanMayRunAtOnce() {
        source.trouble((region, service) -> Thread.sleep(5));
        var ids = IntStream.range(0, 9).mapToObj(i -> "99990000200" + i).toList();
        ids.forEach(
                id -> accounts.save(new Account(new Identity(id, "aws"), "fake", Access.DEFAULT, null, Instant.now())));
        try {
            var asked = ids.stream()
                    .map(id -> scanner.start(Requests.scan(id)).id())
                    .toList();
            var most = new AtomicInteger();
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        most.accumulateAndGet(running(ids), Math::max);
                        return asked.stream()
                                .allMatch(id ->
                                        scans.find(id).orElseThrow().state().ended());
                    });
            assertThat(most.get()).isBetween(1, 4);
            assertThat(asked)
                    .allSatisfy(id ->
                            assertThat(scans.find(id).orElseThrow().state()).isEqualTo(ScanState.COMPLETED));
        } finally {
            ids.forEach(registration::delete);
        }
    }

    /** All counted at one moment: asked for one after another, scans that follow each other would seem to run together. */
    private int running(List<String> accountIds) {
        return jdbc.sql("select count(*) from scan where state = 'RUNNING' and account_id in (:ids)")
                .param("ids", accountIds)
                .query(Integer.class)
                .single();
    }

    @Test
    void refusesARetiredAccountWhoseFindingsDoNotCountAnyMore() {
        source.bucket("open", false);
        scanAndWait();
        var failed = scores.controlsOf(Circle.of(null)).get(S3_8).counts().failed();
        jdbc.sql("update account set retired_at = now() where id = :id")
                .param("id", ACCOUNT)
                .update();
        assertThatThrownBy(() -> scanner.start(Requests.scan(ACCOUNT)))
                .isInstanceOf(Refusal.Impossible.class)
                .hasMessageContaining("was retired on");
        assertThat(scores.controlsOf(Circle.of(null)).get(S3_8).counts().failed())
                .isEqualTo(failed - 1);
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).counts().failed())
                .isEqualTo(1);
        assertThat(trends.control(S3_8, ACCOUNT, Instant.EPOCH, Instant.now())).hasSize(1);
    }

    @Test
    void archivesAtOnceWhatIsInARegionThatIsNotWatchedAnyMoreAndBringsItBack() {
        source.bucket("open", false);
        scanAndWait();
        watch(List.of("eu-central-1"));
        assertThat(finding()).satisfies(finding -> {
            assertThat(finding.recordState()).isEqualTo(RecordState.ARCHIVED);
            assertThat(finding.archiveReason()).isEqualTo(ArchiveReason.REGION_NOT_WATCHED);
            assertThat(findings.history(finding.id()).getFirst())
                    .returns(Transition.What.RECORD_STATE, Transition::what)
                    .returns("ARCHIVED", Transition::to)
                    .returns(ArchiveReason.REGION_NOT_WATCHED, Transition::archiveReason);
        });
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).counts()).isEqualTo(Counts.NONE);
        assertThat(trends.control(S3_8, ACCOUNT, Instant.EPOCH, Instant.now()))
                .extracting(point -> point.counts().failed())
                .containsExactly(1L, 0L);
        watch(null);
        assertThat(scanAndWait().counts()).returns(0L, Scan.Tally::opened).returns(0L, Scan.Tally::closed);
        assertThat(finding().recordState()).isEqualTo(RecordState.ACTIVE);
        assertThat(finding().archiveReason()).isNull();
    }

    @Test
    void countsARepairThatHappenedOutOfSightWhenItIsLookedAtAgain() {
        source.bucket("open", false);
        source.bucket("lost", false);
        scanAndWait();
        watch(List.of("eu-central-1"));
        watch(null);
        source.reset();
        source.bucket("open", true);
        assertThat(scanAndWait().counts()).returns(0L, Scan.Tally::opened).returns(2L, Scan.Tally::closed);
    }

    @Test
    void archivesAtOnceWhatAControlFoundThatIsSwitchedOff() {
        source.bucket("open", false);
        scanAndWait();
        try {
            controls.change(S3_8, false, null, "admin");
            assertThat(finding().archiveReason()).isEqualTo(ArchiveReason.CONTROL_DISABLED);
            assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).status()).isEqualTo(ControlStatus.DISABLED);
        } finally {
            controls.change(S3_8, true, null, "admin");
        }
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).status()).isEqualTo(ControlStatus.NO_DATA);
        assertThat(scanAndWait().counts().opened()).isZero();
        assertThat(finding().recordState()).isEqualTo(RecordState.ACTIVE);
    }

    @Test
    void findsNothingWhereNobodyLooksAnyMoreThoughTheScanRunsOn() {
        var go = new CountDownLatch(1);
        source.bucket("open", false);
        source.trouble((region, service) -> go.await());
        var scan = scanner.start(Requests.scan(ACCOUNT));
        await().until(() -> source.reads("eu-west-1", "S3") == 1);
        watch(List.of("eu-central-1"));
        go.countDown();
        assertThat(wait(scan.id()).state()).isEqualTo(ScanState.COMPLETED);
        assertThat(Found.active(findings))
                .noneMatch(finding -> finding.accountId().equals(ACCOUNT));
    }

    @Test
    void archivesNothingBesideWhatAScanWasLimitedTo() {
        source.bucket("open", false);
        scanAndWait();
        wait(scanner.start(new ScanRequest(ACCOUNT, List.of("eu-central-1"), null, Scan.Trigger.MANUAL, null))
                .id());
        wait(scanner.start(new ScanRequest(ACCOUNT, null, List.of(RDS_15), Scan.Trigger.MANUAL, null))
                .id());
        assertThat(finding().recordState()).isEqualTo(RecordState.ACTIVE);
    }

    @Test
    void archivesWhatIsInARegionThatAwsHasDisabledMeanwhile() {
        source.bucket("open", false);
        scanAndWait();
        source.regions(() -> List.of("eu-central-1"));
        scanAndWait();
        assertThat(finding().archiveReason()).isEqualTo(ArchiveReason.REGION_NOT_WATCHED);
    }

    @Test
    void isNotCoveredWhenNothingWasThereToLookAt() {
        var scan = wait(scanner.start(new ScanRequest(ACCOUNT, null, List.of(ES_4), Scan.Trigger.MANUAL, null))
                .id());
        assertThat(scan.state()).isEqualTo(ScanState.INCOMPLETE);
        assertThat(scan.coverage()).isNull();
    }

    /** As an operator does, but without asking AWS. */
    private void watch(List<String> regions) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update account set regions = ? where id = ?")
                    .params(regions == null ? null : regions.toArray(String[]::new), ACCOUNT)
                    .update();
            events.publishEvent(new WatchChanged(Set.of()));
        });
    }

    private Finding finding() {
        return findings.find(jdbc.sql("select id from finding where account_id = :account and control_id = :control")
                        .param("account", ACCOUNT)
                        .param("control", S3_8.value())
                        .query(UUID.class)
                        .single())
                .orElseThrow();
    }

    @Test
    void scansOnlyTheChosenRegionsAndControls() {
        var request = new ScanRequest(ACCOUNT, List.of("eu-west-1"), List.of(S3_8), Scan.Trigger.MANUAL, null);
        var scan = wait(scanner.start(request).id());
        assertThat(coverages.of(scan.id()))
                .extracting(part -> part.region() + " " + part.service())
                .containsExactly("eu-west-1 S3");
    }

    @Test
    void refusesRegionsAndControlsThatDoNotExist() {
        assertThatThrownBy(() -> scanner.start(
                        new ScanRequest(ACCOUNT, List.of("mars-east-1"), null, Scan.Trigger.MANUAL, null)))
                .isInstanceOf(Refusal.Impossible.class)
                .hasMessageContaining("'mars-east-1' is not watched")
                .hasMessageContaining("eu-west-1");
        assertThatThrownBy(() -> scanner.start(
                        new ScanRequest(ACCOUNT, null, List.of(new ControlId("S3.999")), Scan.Trigger.MANUAL, null)))
                .isInstanceOf(Refusal.Impossible.class)
                .hasMessage("There is no control S3.999.");
    }

    private boolean committed(String regionAndService) {
        return scans.running(ACCOUNT).stream()
                .flatMap(scan -> coverages.of(scan.id()).stream())
                .anyMatch(part -> regionAndService.equals(part.region() + " " + part.service()));
    }

    private Scan scanAndWait() {
        return wait(scanner.start(Requests.scan(ACCOUNT)).id());
    }

    private Scan wait(UUID id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scans.find(id).orElseThrow().state().ended());
        return scans.find(id).orElseThrow();
    }
}
