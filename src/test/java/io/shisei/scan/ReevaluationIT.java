package io.shisei.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Identity;
import io.shisei.account.Registration;
import io.shisei.account.WatchChanged;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.setting.Level;
import io.shisei.control.setting.SettingChange;
import io.shisei.control.setting.Values;
import io.shisei.coverage.Evaluations;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.history.Transition;
import io.shisei.inventory.Gap;
import io.shisei.inventory.StoredResources;
import io.shisei.inventory.past.ResourceVersions;
import io.shisei.paging.PageRequest;
import io.shisei.scan.reevaluation.Reevaluation;
import io.shisei.scan.reevaluation.Reevaluations;
import io.shisei.scan.reevaluation.SettingPreview;
import io.shisei.scan.reevaluation.SettingPreviews;
import io.shisei.score.ControlStatus;
import io.shisei.score.Scores;
import io.shisei.score.Trends;
import io.shisei.test.ApplicationTest;
import io.shisei.test.FakeSource;
import io.shisei.test.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class ReevaluationIT {

    private static final String ACCOUNT = "999900003711";
    private static final String OTHER = "999900003712";
    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final Level HERE = Level.of(null, ACCOUNT);
    private static final Values EXCLUDED = new Values(null, Map.of("excludedPublicBuckets", List.of("open")));
    private static final Values OFF = new Values(false, Map.of());
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
    Findings findings;

    @Autowired
    Reevaluations reevaluations;

    @Autowired
    Evaluations evaluations;

    @Autowired
    StoredResources resources;

    @Autowired
    ResourceVersions versions;

    @Autowired
    SettingPreviews previews;

    @Autowired
    Scores scores;

    @Autowired
    Trends trends;

    @Autowired
    FakeSource source;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void twoScannedAccountsWithAnOpenBucket() {
        source.reset();
        source.bucket("open", false);
        Stream.of(ACCOUNT, OTHER).forEach(id -> {
            accounts.save(new Account(new Identity(id, "aws"), "fake", Access.DEFAULT, null, Instant.now()));
            scan(id);
        });
        assertThat(finding(ACCOUNT).complianceStatus()).isEqualTo(ComplianceStatus.FAILED);
    }

    @AfterEach
    void noAccount() {
        source.reset();
        controls.say(S3_8, Level.EVERYWHERE, Values.NONE, null, "admin");
        Stream.of(ACCOUNT, OTHER).forEach(id -> {
            scans.running(id).ifPresent(scan -> scanner.cancel(scan.id()));
            accounts.findById(id).map(Account::id).ifPresent(registration::delete);
        });
    }

    @Test
    void findingsFollowAParameterAtOnceWithoutAws() {
        var reads = source.reads("eu-west-1", "S3");
        var change = say(HERE, EXCLUDED);
        assertThat(finding(ACCOUNT).complianceStatus()).isEqualTo(ComplianceStatus.PASSED);
        assertThat(finding(OTHER).complianceStatus()).isEqualTo(ComplianceStatus.FAILED);
        assertThat(source.reads("eu-west-1", "S3")).isEqualTo(reads);
        assertThat(last(ACCOUNT, Transition.What.COMPLIANCE_STATUS))
                .returns(change.id(), Transition::settingChangeId)
                .returns("alice", Transition::username)
                .returns(null, Transition::scanId)
                .returns(Map.of(), Transition::change);
        assertThat(progress(change)).isEqualTo(new Reevaluation(2, 0, 0, 1));
        var now = Instant.now();
        assertThat(trends.control(S3_8, ACCOUNT, now.minus(Duration.ofDays(1)), now)
                        .getLast()
                        .counts()
                        .passed())
                .isEqualTo(1);
    }

    @Test
    void aPreviewTellsWhatComesTrue() {
        var before = scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).counts();
        var preview = previews.preview(S3_8, HERE, EXCLUDED);
        assertThat(preview.moves())
                .containsExactly(new SettingPreview.Move(ComplianceStatus.FAILED, ComplianceStatus.PASSED, 1));
        assertThat(preview.complete()).isTrue();
        assertThat(preview.now()).isEqualTo(before);
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).counts())
                .as("nothing is kept")
                .isEqualTo(before);
        say(HERE, EXCLUDED);
        assertThat(scores.controlsOf(Circle.of(ACCOUNT)).get(S3_8).counts()).isEqualTo(preview.then());
        assertThat(scores.standard("fsbp", ACCOUNT).score())
                .isEqualTo(preview.scores().getFirst().then());

        var off = previews.preview(S3_8, HERE, OFF);
        assertThat(off.moves()).containsExactly(new SettingPreview.Move(ComplianceStatus.PASSED, null, 1));
        say(HERE, OFF);
        assertThat(scores.standard("fsbp", ACCOUNT).score())
                .isEqualTo(off.scores().getFirst().then());
        assertThat(previews.preview(S3_8, HERE, Values.NONE).moves())
                .containsExactly(new SettingPreview.Move(null, ComplianceStatus.FAILED, 1));
        assertThat(previews.preview(S3_8, HERE, OFF).moves()).isEmpty();
    }

    @Test
    void aControlThatIsSwitchedOnAgainSaysWhatItSaidWithoutAws() {
        var off = say(HERE, OFF);
        assertThat(finding(ACCOUNT).archiveReason()).isEqualTo(ArchiveReason.CONTROL_DISABLED);
        assertThat(finding(OTHER).recordState()).isEqualTo(RecordState.ACTIVE);
        assertThat(last(ACCOUNT, Transition.What.RECORD_STATE).settingChangeId())
                .isEqualTo(off.id());
        assertThat(status(ACCOUNT)).isEqualTo(ControlStatus.DISABLED);
        assertThat(status(null)).isEqualTo(ControlStatus.FAILED);

        var reads = source.reads("eu-west-1", "S3");
        var on = say(HERE, Values.NONE);
        assertThat(finding(ACCOUNT))
                .returns(RecordState.ACTIVE, Finding::recordState)
                .returns(ComplianceStatus.FAILED, Finding::complianceStatus);
        assertThat(last(ACCOUNT, Transition.What.RECORD_STATE).settingChangeId())
                .isEqualTo(on.id());
        assertThat(source.reads("eu-west-1", "S3")).isEqualTo(reads);
        say(HERE, OFF);
        assertThat(finding(ACCOUNT).archiveReason())
                .as("it was evaluated, so it can be taken out of sight again")
                .isEqualTo(ArchiveReason.CONTROL_DISABLED);
    }

    @Test
    void findingsFollowTheirAccountIntoAnotherUnitWithoutAws() {
        move("/Public");
        say(Level.of("/Public", null), EXCLUDED);
        assertThat(finding(ACCOUNT).complianceStatus()).isEqualTo(ComplianceStatus.PASSED);
        var reads = source.reads("eu-west-1", "S3");
        try {
            move("/Other");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(finding(ACCOUNT).complianceStatus()).isEqualTo(ComplianceStatus.FAILED));
            move("/Public/Web");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(finding(ACCOUNT).complianceStatus()).isEqualTo(ComplianceStatus.PASSED));
        } finally {
            controls.say(S3_8, Level.of("/Public", null), Values.NONE, null, "admin");
        }
        assertThat(source.reads("eu-west-1", "S3")).isEqualTo(reads);
    }

    /** As a sync with the organization does. */
    private void move(String ou) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update account set ou = ? where id = ?")
                    .params(ou, ACCOUNT)
                    .update();
            events.publishEvent(new WatchChanged(Set.of(ACCOUNT)));
        });
    }

    @Test
    void whatCouldNotBeReadStaysUnknown() {
        source.denyBlock(BLOCK);
        scan(ACCOUNT);
        say(HERE, new Values(null, Map.of("excludedPublicBuckets", List.of("another"))));
        assertThat(finding(ACCOUNT).complianceStatus()).isEqualTo(ComplianceStatus.WARNING);
        assertThat(finding(ACCOUNT).reason().en()).contains("s3:GetBucketPublicAccessBlock AccessDenied");
    }

    @Test
    void whatWasNotSeenTheLastTimeIsNotJudgedByWhatItWas() {
        source.denyListing(LISTING);
        scan(ACCOUNT);
        var change = say(HERE, EXCLUDED);
        assertThat(finding(ACCOUNT))
                .returns(ComplianceStatus.WARNING, Finding::complianceStatus)
                .returns(RecordState.ACTIVE, Finding::recordState);
        assertThat(finding(ACCOUNT).reason().en()).isEqualTo("s3:ListAllMyBuckets AccessDenied");
        assertThat(progress(change).findings()).isZero();
    }

    @Test
    void whatIsGoneStaysGone() {
        source.remove("open");
        scan(ACCOUNT);
        say(HERE, EXCLUDED);
        assertThat(finding(ACCOUNT).archiveReason()).isEqualTo(ArchiveReason.RESOURCE_GONE);
    }

    @Test
    void whatWasNeverReadWaitsForTheNextScan() {
        jdbc.sql("update listing set fields = '{}' where account_id = :account")
                .param("account", ACCOUNT)
                .update();
        var change = say(HERE, EXCLUDED);
        assertThat(progress(change).unread()).isEqualTo(2);
        assertThat(finding(ACCOUNT).complianceStatus()).isEqualTo(ComplianceStatus.FAILED);
        scan(ACCOUNT);
        assertThat(finding(ACCOUNT).complianceStatus()).isEqualTo(ComplianceStatus.PASSED);
    }

    @Test
    void whatAScanOfAnotherControlDidNotAskForIsJudgedAsItWas() {
        var bucket = finding(ACCOUNT).resource().key();
        var read = resources.find(bucket).orElseThrow();
        var evaluated = evaluated(S3_8);
        source.judgedBy("S3.9");
        scan(Requests.scan(ACCOUNT, new ControlId("S3.9")));
        assertThat(resources.find(bucket)).hasValue(read);
        assertThat(versions.list(read, PageRequest.first(10)).items()).hasSize(1);

        assertThat(progress(say(HERE, EXCLUDED))).isEqualTo(new Reevaluation(2, 0, 0, 1));
        assertThat(finding(ACCOUNT).complianceStatus()).isEqualTo(ComplianceStatus.PASSED);
        assertThat(evaluated(S3_8)).isEqualTo(evaluated).isBefore(evaluated(new ControlId("S3.9")));
        scan(ACCOUNT);
        assertThat(versions.list(read, PageRequest.first(10)).items()).hasSize(1);
    }

    @Test
    void whatOnlyAScanOfAnotherControlHasSeenWaitsForTheNextScan() {
        source.judgedBy("S3.9");
        source.bucket("new", false);
        scan(Requests.scan(ACCOUNT, new ControlId("S3.9")));
        assertThat(progress(say(HERE, EXCLUDED)).unread()).isEqualTo(1);
        assertThat(findings.find(ACCOUNT, S3_8, "arn:aws:s3:::new")).isEmpty();
    }

    private Instant evaluated(ControlId control) {
        return evaluations.byControl(Circle.of(ACCOUNT)).get(control).at();
    }

    @Test
    void aScanThatBeganBeforeTheChangeDoesNotUndoIt() {
        source.trouble((region, service) -> {
            if (region.equals("eu-west-1") && service.equals("S3")) {
                controls.say(S3_8, HERE, EXCLUDED, null, "alice");
            }
        });
        source.bucket("new", false);
        scan(ACCOUNT);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(finding(ACCOUNT).complianceStatus()).isEqualTo(ComplianceStatus.PASSED));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(findings.find(ACCOUNT, S3_8, "arn:aws:s3:::new"))
                        .hasValueSatisfying(
                                it -> assertThat(it.complianceStatus()).isEqualTo(ComplianceStatus.FAILED)));
    }

    private SettingChange say(Level level, Values values) {
        controls.say(S3_8, level, values, "because", "alice");
        var change = controls.settingHistory(S3_8, PageRequest.first(1)).items().getFirst();
        await().atMost(Duration.ofSeconds(30)).until(() -> progress(change).over());
        return change;
    }

    private Reevaluation progress(SettingChange change) {
        return reevaluations.progress(List.of(change.id())).getOrDefault(change.id(), Reevaluation.NONE);
    }

    private ControlStatus status(String account) {
        return scores.controlsOf(Circle.of(account)).get(S3_8).status();
    }

    private Finding finding(String account) {
        var id = jdbc.sql("""
                        select f.id from finding f join resource r on r.id = f.resource_id
                        where f.account_id = :account and f.control_id = 'S3.8' and r.arn = 'arn:aws:s3:::open'
                        """).param("account", account).query(UUID.class).single();
        return findings.find(id).orElseThrow();
    }

    private Transition last(String account, Transition.What what) {
        return findings.history(finding(account).id()).stream()
                .filter(it -> it.what() == what)
                .findFirst()
                .orElseThrow();
    }

    private void scan(String account) {
        scan(Requests.scan(account));
    }

    private void scan(ScanRequest request) {
        scanner.start(request);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> scans.running(request.accountId()).isEmpty());
    }
}
