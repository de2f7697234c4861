package io.shisei.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.account.Registration;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.history.Transition;
import io.shisei.finding.resource.ResourceVerdicts;
import io.shisei.inventory.DocumentDifference;
import io.shisei.inventory.Gap;
import io.shisei.inventory.StoredResources;
import io.shisei.refusal.Refusal;
import io.shisei.scan.recheck.Recheck;
import io.shisei.scan.recheck.Rechecks;
import io.shisei.test.ApplicationTest;
import io.shisei.test.FakeSource;
import io.shisei.test.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class RecheckIT {

    private static final String ACCOUNT = "999900002891";
    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final Gap LISTING = new Gap("s3:ListAllMyBuckets", "AccessDenied", "no");
    private static final Gap BLOCK = new Gap("s3:GetBucketPublicAccessBlock", "AccessDenied", "no");

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    Controls controls;

    @Autowired
    Scanner scanner;

    @Autowired
    Scans scans;

    @Autowired
    Rechecks rechecks;

    @Autowired
    Findings findings;

    @Autowired
    StoredResources resources;

    @Autowired
    ResourceVerdicts verdicts;

    @Autowired
    FakeSource source;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    private Finding finding;

    @BeforeEach
    void aScannedAccountWithTwoOpenBuckets() {
        source.reset();
        source.bucket("open", false);
        source.bucket("other", false);
        accounts.save(new Account(new Identity(ACCOUNT, "aws"), "fake", Access.DEFAULT, null, Instant.now()));
        scanner.start(Requests.scan(ACCOUNT));
        awaitScan();
        finding = findings.find(ACCOUNT, S3_8, "arn:aws:s3:::open").orElseThrow();
        assertThat(finding.complianceStatus()).isEqualTo(ComplianceStatus.FAILED);
    }

    @AfterEach
    void noAccount() {
        source.reset();
        controls.change(S3_8, true, null, "admin");
        scans.running(ACCOUNT).ifPresent(scan -> scanner.cancel(scan.id()));
        accounts.findById(ACCOUNT).map(Account::id).ifPresent(registration::delete);
    }

    @Test
    void whatIsFixedHasPassedInOneCall() {
        source.bucket("open", true);
        var recheck = rechecks.recheck(finding.id(), "alice");
        assertThat(recheck.outcome()).isEqualTo(Recheck.Outcome.READ);
        assertThat(now().complianceStatus()).isEqualTo(ComplianceStatus.PASSED);
        var change = findings.history(finding.id()).stream()
                .filter(it -> it.what() == Transition.What.COMPLIANCE_STATUS)
                .findFirst()
                .orElseThrow();
        assertThat(change.recheckId()).isEqualTo(recheck.id());
        assertThat(change.username()).isEqualTo("alice");
        assertThat(change.scanId()).isNull();
        assertThat(change.differences())
                .contains(new DocumentDifference("PublicAccessBlockConfiguration.BlockPublicAcls", false, true));
    }

    @Test
    void aResourceIsReadWithoutNamingAFinding() {
        var before = calls();
        source.bucket("open", true);
        var recheck = rechecks.recheckResource(finding.resource().key(), "alice");
        assertThat(recheck.outcome()).isEqualTo(Recheck.Outcome.READ);
        assertThat(now().complianceStatus()).isEqualTo(ComplianceStatus.PASSED);
        assertThat(calls()).as("shisei_calls_total").isGreaterThan(before);
        assertThatThrownBy(() -> rechecks.recheckResource(recheck.id(), "alice"))
                .isInstanceOf(Refusal.Unknown.class);
    }

    private double calls() {
        return meters.counter("shisei.calls", "service", "s3").count();
    }

    @Test
    void whatIsGoneIsArchivedAndComesBackAsNew() {
        source.remove("open");
        assertThat(rechecks.recheck(finding.id(), "alice").outcome()).isEqualTo(Recheck.Outcome.GONE);
        assertThat(now().recordState()).isEqualTo(RecordState.ARCHIVED);
        assertThat(now().archiveReason()).isEqualTo(ArchiveReason.RESOURCE_GONE);
        assertThat(resources.find(finding.resource().key()).orElseThrow().goneAt())
                .isNotNull();

        source.bucket("open", false);
        assertThat(rechecks.recheck(finding.id(), "alice").outcome()).isEqualTo(Recheck.Outcome.READ);
        assertThat(now().recordState()).isEqualTo(RecordState.ACTIVE);
        assertThat(now().complianceStatus()).isEqualTo(ComplianceStatus.FAILED);
    }

    @Test
    void whatCannotBeReadIsAWarningThatNamesTheAction() {
        source.denyBlock(BLOCK);
        assertThat(rechecks.recheck(finding.id(), "alice").outcome()).isEqualTo(Recheck.Outcome.READ);
        assertThat(now().complianceStatus()).isEqualTo(ComplianceStatus.WARNING);
        assertThat(now().reason().en()).contains("s3:GetBucketPublicAccessBlock AccessDenied");
    }

    @Test
    void whatCannotBeListedIsAWarningToo() {
        source.denyListing(LISTING);
        assertThat(rechecks.recheck(finding.id(), "alice").outcome()).isEqualTo(Recheck.Outcome.UNSEEN);
        assertThat(now().complianceStatus()).isEqualTo(ComplianceStatus.WARNING);
        assertThat(now().recordState()).isEqualTo(RecordState.ACTIVE);
        assertThat(now().reason().en()).contains("s3:ListAllMyBuckets AccessDenied");
    }

    @Test
    void whatIsListedTwiceIsJudgedOnce() {
        source.listings(2);
        source.bucket("open", true);
        rechecks.recheck(finding.id(), "alice");
        assertThat(now().complianceStatus()).isEqualTo(ComplianceStatus.PASSED);
    }

    @Test
    void leavesOtherResourcesAndCoverageAndTrendsAlone() {
        var before = rest();
        source.bucket("open", true);
        source.bucket("other", true);
        source.bucket("new", false);
        rechecks.recheck(finding.id(), "alice");
        source.remove("open");
        source.remove("other");
        rechecks.recheck(finding.id(), "alice");
        source.denyListing(LISTING);
        source.bucket("open", true);
        rechecks.recheck(finding.id(), "alice");
        assertThat(rest()).isEqualTo(before);
    }

    @Test
    void itsResourceShowsWhatAllControlsOfItsTypeSay() {
        assertThat(verdicts.of(resources.find(finding.resource().key()).orElseThrow()))
                .filteredOn(it -> Set.of("S3.8", "S3.9").contains(it.id().value()))
                .extracting(it -> it.id().value() + " " + it.state())
                .containsExactly("S3.8 JUDGED", "S3.9 NOT_EVALUATED");
    }

    @Test
    void writesNothingWhereNothingChanged() {
        var before = versions();
        rechecks.recheck(finding.id(), "alice");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void waitsForTheScanThatReadsTheSame() throws Exception {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        source.trouble((region, service) -> {
            reading.countDown();
            goOn.await();
        });
        var scan = scanner.start(Requests.scan(ACCOUNT));
        reading.await();
        refused(ScanCode.RECHECK_DURING_SCAN);
        scanner.cancel(scan.id());
        goOn.countDown();
    }

    @Test
    void givesWayToAScanThatBeganMeanwhile() {
        source.bucket("open", true);
        source.trouble((region, service) -> {
            source.trouble((again, other) -> {});
            scanner.start(Requests.scan(ACCOUNT));
        });
        refused(ScanCode.RECHECK_DURING_SCAN);
        awaitScan();
        assertThat(findings.history(finding.id()))
                .allSatisfy(it -> assertThat(it.recheckId()).isNull());
    }

    @Test
    void oneAtATimeReadsAResource() {
        source.trouble((region, service) -> {
            source.trouble((again, other) -> {});
            refused(ScanCode.RECHECK_RUNNING);
        });
        rechecks.recheck(finding.id(), "alice");
        rechecks.recheck(finding.id(), "alice");
    }

    @Test
    void saysWhyNobodyLooksThereAnyMore() {
        source.regions(() -> List.of("eu-central-1"));
        refused(ScanCode.REGION_NOT_WATCHED);
        source.regions(() -> {
            throw AccountCode.accessRefused("the role is gone");
        });
        refused(AccountCode.ACCESS_REFUSED);
        controls.change(S3_8, false, null, "admin");
        refused(ScanCode.CONTROL_OFF);
        jdbc.sql("update account set retired_at = now() where id = :id")
                .param("id", ACCOUNT)
                .update();
        refused(ScanCode.ACCOUNT_RETIRED);
        assertThat(jdbc.sql("select count(*) from recheck").query(Long.class).single())
                .isZero();
    }

    private void refused(Refusal.Code code) {
        assertThatThrownBy(() -> rechecks.recheck(finding.id(), "bob"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Finding now() {
        return findings.find(finding.id()).orElseThrow();
    }

    private void awaitScan() {
        await().atMost(Duration.ofMinutes(2)).until(() -> scans.running(ACCOUNT).isEmpty());
    }

    /** All that a recheck of the one resource must not touch. */
    private List<String> rest() {
        return jdbc.sql("""
                        select ctid || xmin::text || id from finding
                        where account_id = :account and resource_id <> :resource
                        union all select ctid || xmin::text || id from resource
                        where account_id = :account and id <> :resource
                        union all select ctid || xmin::text || control_id from evaluation where account_id = :account
                        union all select ctid || xmin::text || service from coverage
                        where scan_id in (select id from scan where account_id = :account)
                        union all select ctid || xmin::text || state from scan where account_id = :account
                        union all select ctid || xmin::text || control_id from control_day where account_id = :account
                        union all select ctid || xmin::text || control_id from control_trend where account_id = :account
                        """)
                .param("account", ACCOUNT)
                .param("resource", finding.resource().key())
                .query(String.class)
                .list();
    }

    private List<String> versions() {
        return jdbc.sql("""
                        select ctid || xmin::text || id from finding where account_id = :account
                        union all select ctid || xmin::text || id from resource where account_id = :account
                        union all select ctid || xmin::text || id from transition where account_id = :account
                        """).param("account", ACCOUNT).query(String.class).list();
    }
}
