package io.shisei.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.shisei.account.AccountLeaving;
import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.api.Some;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Text;
import io.shisei.control.Verdict;
import io.shisei.database.CopyIn;
import io.shisei.database.Retention;
import io.shisei.database.TemporaryTables;
import io.shisei.deadline.Deadline;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.Reconciliation.Cause;
import io.shisei.finding.history.Movements;
import io.shisei.finding.history.Transition;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.SuppressionRules;
import io.shisei.finding.search.FindingSearch;
import io.shisei.finding.sum.RepairSum;
import io.shisei.finding.sum.RepairSums;
import io.shisei.finding.workflow.Workflow;
import io.shisei.finding.workflow.WorkflowChange;
import io.shisei.finding.workflow.WorkflowParts;
import io.shisei.inventory.Document;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Missing;
import io.shisei.inventory.ReadResources;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceFilter;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import io.shisei.inventory.StagedResources;
import io.shisei.inventory.StoredResource;
import io.shisei.inventory.StoredResources;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Found;
import io.shisei.test.Rows;
import io.shisei.test.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

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
    RepairSums.class,
    WorkflowParts.class,
    Movements.class,
    Retention.class,
    Deadlines.class,
    Accounts.class,
    StoredResources.class,
    ReconciliationTests.Time.class
})
class ReconciliationTests {

    private static final String ACCOUNT = "123456789012";
    private static final Instant MONDAY = Instant.parse("2026-03-30T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-31T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final ResourceType BUCKET = new ResourceType(
            "AWS::S3::Bucket",
            "S3",
            Set.of(Scope.REGIONAL),
            new FieldType.Struct("s3.Bucket", Map::of),
            List.of("s3:ListAllMyBuckets"),
            Map.of("Block", Set.of("s3:GetBucketPublicAccessBlock"), "Policy", Set.of("s3:GetBucketPolicy")),
            Set.of());
    private static final Map<ResourceType, Set<String>> POLICY = Map.of(BUCKET, Set.of("Policy"));
    private static final ResourceType USER = Types.regional("AWS::IAM::User", "S3", "iam:ListUsers");
    private static final Map<ResourceType, List<ControlId>> TWO_TYPES =
            Map.of(BUCKET, List.of(S3_8), USER, List.of(S3_8));
    private static final Verdict PASSED = new Verdict.Passed(Text.NONE);
    private static final Text OPEN = new Text("It is open", "公開されています");
    private static final Verdict FAILED = new Verdict.Failed(OPEN);
    private static final Control CONTROL = Some.control("S3.8");
    private static final Gap DENIED = new Gap("s3:ListAllMyBuckets", "AccessDenied", "no");

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Findings findings;

    @Autowired
    RepairSums repairs;

    @Autowired
    Workflow workflow;

    @Autowired
    Movements movements;

    @Autowired
    Deadlines deadlines;

    @Autowired
    StoredResources resources;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @MockitoBean
    SuppressionRules rules;

    private static final Reconciliation.Moved NOTHING = new Reconciliation.Moved(0, 0);

    private Harvest harvest;

    @TestConfiguration
    static class Time {
        @Bean
        Clock clock() {
            return Clock.fixed(APRIL, ZoneOffset.UTC);
        }
    }

    @BeforeEach
    void anAccount() {
        when(controls.find(any())).thenReturn(Optional.empty());
        Rows.account(jdbc, ACCOUNT);
        harvest = new Harvest(ACCOUNT, "eu-west-1");
    }

    @Test
    void opensAFindingForAFailingBucket() {
        see("data", FAILED, false);
        assertThat(reconcile(MONDAY).moved()).isEqualTo(new Reconciliation.Moved(1, 0));
        assertThat(finding().complianceStatus()).isEqualTo(ComplianceStatus.FAILED);
        assertThat(finding().workflowStatus()).isEqualTo(WorkflowStatus.NEW);
        assertThat(finding().reason()).isEqualTo(OPEN);
        assertThat(findings.history(finding().id()).getFirst().reason()).isEqualTo(OPEN);
        assertThat(moves()).containsExactly("COMPLIANCE_STATUS null FAILED");
    }

    @Test
    void writesNothingWhenNothingChanged() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        var before = rowVersions();
        see("data", FAILED, false);
        assertThat(reconcile(TUESDAY).moved()).isEqualTo(new Reconciliation.Moved(0, 0));
        assertThat(rowVersions()).isEqualTo(before);
        assertThat(moves()).hasSize(1);
    }

    @Test
    void movesNothingWhenTagsChangeOrCannotBeRead() {
        seeTags(true, Map.of());
        reconcile(MONDAY);
        seeTags(false, Map.of("env", "test"));
        assertThat(reconcile(TUESDAY).moved()).isEqualTo(NOTHING);
        seeTags(false, Map.of("env", "prod"));
        assertThat(reconcile(APRIL).moved()).isEqualTo(NOTHING);
        assertThat(moves()).containsExactly("COMPLIANCE_STATUS null FAILED");
    }

    private void seeTags(boolean unread, Map<String, String> tags) {
        var bucket =
                new Resource("arn:aws:s3:::data", BUCKET, "data", tags, unread, Document.of(Map.of("Name", "data")));
        harvest.add(bucket, Map.of(S3_8, FAILED));
    }

    @Test
    void resolvesWhenTheBucketIsShutAndSaysWhatChanged() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        see("data", PASSED, true);
        assertThat(reconcile(TUESDAY).moved()).isEqualTo(new Reconciliation.Moved(0, 1));
        assertThat(finding().workflowStatus()).isEqualTo(WorkflowStatus.RESOLVED);
        assertThat(finding().statusChangedAt()).isEqualTo(TUESDAY);
        assertThat(findings.history(finding().id()).getFirst().change())
                .containsExactly(Map.entry("Block", new Transition.Change(false, true)));
    }

    @Test
    void reopensWhenTheBucketOpensAgain() {
        see("data", PASSED, true);
        reconcile(MONDAY);
        see("data", FAILED, false);
        assertThat(reconcile(APRIL).moved()).isEqualTo(new Reconciliation.Moved(1, 0));
        assertThat(finding().workflowStatus()).isEqualTo(WorkflowStatus.NEW);
        assertThat(moves())
                .containsExactlyInAnyOrder(
                        "COMPLIANCE_STATUS null PASSED",
                        "COMPLIANCE_STATUS PASSED FAILED",
                        "WORKFLOW_STATUS RESOLVED NEW");
    }

    @Test
    void archivesWhenTheBucketIsGoneFromACompleteListing() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        assertThat(reconcile(TUESDAY).moved()).isEqualTo(new Reconciliation.Moved(0, 1));
        assertThat(Found.active(findings)).isEmpty();
        assertThat(moves()).contains("RECORD_STATE ACTIVE ARCHIVED");
        assertThat(resources
                        .list(new ResourceFilter(Set.of(), Set.of(), Set.of(), false, null), PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void warnsAndArchivesNothingWhenTheListingWasDenied() {
        see("data", PASSED, true);
        reconcile(MONDAY);
        reconcile(TUESDAY, Map.of(BUCKET, DENIED));
        assertThat(finding().complianceStatus()).isEqualTo(ComplianceStatus.WARNING);
        assertThat(finding().reason()).isEqualTo(Text.same("s3:ListAllMyBuckets AccessDenied"));
        assertThat(finding().recordState()).isEqualTo(RecordState.ACTIVE);
        see("data", PASSED, true);
        reconcile(APRIL);
        assertThat(finding().complianceStatus()).isEqualTo(ComplianceStatus.PASSED);
        assertThat(finding().workflowStatus()).isEqualTo(WorkflowStatus.RESOLVED);
    }

    @Test
    void judgesWhatAnIncompleteListingShowed() {
        see("data", FAILED, false);
        see("logs", FAILED, false);
        reconcile(MONDAY);
        see("data", FAILED, false);
        reconcile(TUESDAY, Map.of(BUCKET, DENIED));
        assertThat(Found.active(findings))
                .extracting(finding -> finding.resource().name() + " " + finding.complianceStatus())
                .containsExactlyInAnyOrder("data FAILED", "logs WARNING");
    }

    @Test
    void failsSinceItBeganToWhetherSomebodyCouldLookOrNot() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        assertThat(finding().failingSince()).isEqualTo(MONDAY);
        reconcile(TUESDAY, Map.of(BUCKET, DENIED));
        assertThat(finding().complianceStatus()).isEqualTo(ComplianceStatus.WARNING);
        assertThat(finding().failingSince()).isEqualTo(MONDAY);
        see("data", FAILED, false);
        reconcile(APRIL);
        assertThat(finding().failingSince()).isEqualTo(MONDAY);
        see("data", PASSED, true);
        reconcile(APRIL);
        assertThat(finding().failingSince()).isNull();
        see("data", FAILED, false);
        reconcile(APRIL.plusSeconds(1));
        assertThat(finding().failingSince()).isEqualTo(APRIL.plusSeconds(1));
    }

    @Test
    void aBucketThatComesBackFailsAnew() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        reconcile(TUESDAY);
        assertThat(finding().failingSince()).isNull();
        see("data", FAILED, false);
        reconcile(APRIL);
        assertThat(finding().failingSince()).isEqualTo(APRIL);
    }

    @Test
    void isOverdueWhenItsTimeIsOver() {
        when(controls.find(S3_8)).thenReturn(Optional.of(CONTROL));
        when(controls.all()).thenReturn(List.of(CONTROL));
        see("data", FAILED, false);
        reconcile(MONDAY); // two days ago
        assertThat(overdue()).isEmpty();
        assertThat(finding().dueAt()).isNull();
        deadlines.put(new Deadline(CONTROL.severity(), null, null, 1));
        assertThat(finding().dueAt()).isEqualTo(TUESDAY);
        assertThat(overdue()).isEqualTo(List.of(finding()));
        assertThat(finding().isOverdue(APRIL)).isTrue();
        deadlines.put(new Deadline(CONTROL.severity(), null, null, 3));
        assertThat(overdue()).isEmpty();
        assertThat(finding().isOverdue(APRIL)).isFalse();
        deadlines.put(new Deadline(null, S3_8, ACCOUNT, 1));
        assertThat(overdue()).hasSize(1);
        deadlines.put(new Deadline(null, S3_8, ACCOUNT, 30));
        deadlines.put(new Deadline(CONTROL.severity(), null, null, 1));
        assertThat(overdue()).isEmpty();
        deadlines.remove(null, S3_8, ACCOUNT);
        workflow.change(
                finding().id(), finding().version(), WorkflowChange.to(WorkflowStatus.SUPPRESSED, null), "admin");
        assertThat(overdue()).isEmpty();
        assertThat(finding().isOverdue(APRIL)).isFalse();
    }

    @Test
    void keepsHowLongWhatIsFixedHadFailed() {
        see("data", FAILED, false);
        see("other", FAILED, false);
        reconcile(MONDAY);
        assertThat(repair(ACCOUNT).open()).isEqualTo(2);
        assertThat(repair(null).meanAge(APRIL)).isEqualTo(Duration.ofDays(2));
        assertThat(repair(null).meanTimeToFix()).isNull();
        see("data", PASSED, true);
        see("other", new Verdict.Unknown("denied"), true);
        reconcile(APRIL);
        assertThat(repair(ACCOUNT)).isEqualTo(new RepairSum(1, MONDAY.getEpochSecond(), 1, 2 * 86_400));
        assertThat(repair(null)).isEqualTo(repair(ACCOUNT));
        assertThat(repair(null).meanTimeToFix()).isEqualTo(Duration.ofDays(2));
        assertThat(repairs.byAccount(DAY, DAY)).isEqualTo(Map.of(ACCOUNT, repair(ACCOUNT)));
        assertThat(repairs.byControl(Circle.ALL, DAY.minusDays(9), DAY.minusDays(1))
                        .get(S3_8)
                        .fixes())
                .isZero();
        repairs.settle(ACCOUNT, APRIL);
        assertThat(repair(null)).isEqualTo(repair(ACCOUNT));
        assertThat(jdbc.sql("select (select count(*) from open_sum) + (select count(*) from fix_day)")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        repairs.forget(new AccountLeaving(ACCOUNT));
        assertThat(repair(null).fixes()).isZero();
    }

    @Test
    void takesNothingForAFixThatIsGoneOrWasSuppressed() {
        see("data", FAILED, false);
        see("other", FAILED, false);
        reconcile(MONDAY);
        var hidden = Found.active(findings).getFirst();
        workflow.change(hidden.id(), 0, WorkflowChange.to(WorkflowStatus.SUPPRESSED, null), "admin");
        assertThat(repair(null).open()).isEqualTo(1);
        see(hidden.resource().name(), PASSED, true); // the other one is gone
        reconcile(TUESDAY);
        assertThat(repairs.byControl(Circle.ALL, DAY, DAY)).isEmpty();
    }

    private static final LocalDate DAY = LocalDate.ofInstant(APRIL, ZoneOffset.UTC);

    private RepairSum repair(String account) {
        return repairs.byControl(Circle.of(account), DAY, DAY).getOrDefault(S3_8, RepairSum.NONE);
    }

    private List<Finding> overdue() {
        var found = Found.by(FindingFilter.overdue(Circle.of(ACCOUNT)), findings);
        assertThat(findings.count(FindingFilter.overdue(Circle.ALL))).isEqualTo(Page.Total.exact(found.size()));
        return found;
    }

    @Test
    void comesBackAsNewWhenTheBucketComesBack() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        workflow.change(finding().id(), 0, WorkflowChange.to(WorkflowStatus.NOTIFIED, "told the team"), "admin");
        reconcile(TUESDAY);
        see("data", FAILED, false);
        reconcile(APRIL);
        assertThat(finding().recordState()).isEqualTo(RecordState.ACTIVE);
        assertThat(finding().workflowStatus()).isEqualTo(WorkflowStatus.NEW);
        assertThat(finding().firstObservedAt()).isEqualTo(MONDAY);
    }

    @Test
    void leavesSuppressedFindingsSuppressed() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        workflow.change(finding().id(), 0, WorkflowChange.to(WorkflowStatus.SUPPRESSED, "public on purpose"), "admin");
        see("data", PASSED, true);
        reconcile(TUESDAY);
        assertThat(finding().workflowStatus()).isEqualTo(WorkflowStatus.SUPPRESSED);
        assertThat(findings.history(finding().id())).anySatisfy(move -> {
            assertThat(move.note()).isEqualTo("public on purpose");
            assertThat(move.username()).isEqualTo("admin");
        });
    }

    @Test
    void namesSuppressionsAmongWhatMovedTheLine() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        decide(WorkflowStatus.NOTIFIED, "told the team");
        decide(WorkflowStatus.SUPPRESSED, "on purpose");
        decide(WorkflowStatus.SUPPRESSED, "still on purpose");
        decide(WorkflowStatus.NEW, "not any more");
        assertThat(movements.newest(S3_8, Circle.of(ACCOUNT), MONDAY, APRIL.plusSeconds(1), 10))
                .extracting(Transition::to, Transition::note)
                .containsExactly(
                        tuple("NEW", "not any more"), tuple("SUPPRESSED", "on purpose"), tuple("FAILED", null));
    }

    private void decide(WorkflowStatus to, String note) {
        workflow.change(finding().id(), finding().version(), WorkflowChange.to(to, note), "admin");
    }

    @Test
    void refusesAChangeOfAFindingThatChangedMeanwhile() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        see("data", PASSED, true);
        reconcile(TUESDAY);
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        workflow.change(finding().id(), 0, WorkflowChange.to(WorkflowStatus.NOTIFIED, null), "admin"))
                .isInstanceOf(Refusal.Stale.class);
    }

    @Test
    void countsALossOfSightNeitherAsARepairNorAsANewFailure() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        assertThat(reconcile(TUESDAY, Map.of(BUCKET, DENIED)).moved()).isEqualTo(NOTHING);
        see("data", FAILED, false);
        assertThat(reconcile(APRIL).moved()).isEqualTo(NOTHING);
    }

    @Test
    void countsARepairOnceThatWasSeenOnlyLater() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        see("data", new Verdict.Unknown("s3:GetBucketPublicAccessBlock AccessDenied"), false);
        assertThat(reconcile(TUESDAY).moved()).isEqualTo(NOTHING);
        assertThat(reconcile(TUESDAY, Map.of(BUCKET, DENIED)).moved()).isEqualTo(NOTHING);
        see("data", PASSED, true);
        assertThat(reconcile(APRIL).moved()).isEqualTo(new Reconciliation.Moved(0, 1));
        see("data", FAILED, false);
        assertThat(reconcile(APRIL).moved()).isEqualTo(new Reconciliation.Moved(1, 0));
    }

    @Test
    void countsAFailureOnceThatWasSeenOnlyLater() {
        see("data", PASSED, true);
        reconcile(MONDAY);
        assertThat(reconcile(TUESDAY, Map.of(BUCKET, DENIED)).moved()).isEqualTo(NOTHING);
        see("data", FAILED, false);
        assertThat(reconcile(APRIL).moved()).isEqualTo(new Reconciliation.Moved(1, 0));
    }

    @Test
    void countsAFailureAsClosedWhoseBucketWentOutOfSightAndThenAway() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        reconcile(TUESDAY, Map.of(BUCKET, DENIED));
        assertThat(reconcile(APRIL).moved()).isEqualTo(new Reconciliation.Moved(0, 1));
        see("data", FAILED, false);
        assertThat(reconcile(APRIL).moved()).isEqualTo(new Reconciliation.Moved(1, 0));
    }

    @Test
    void takesTheLastReadingOfABucketThatWasListedTwice() {
        see("data", FAILED, false);
        see("logs", FAILED, false);
        see("data", PASSED, true);
        var result = reconcile(MONDAY);
        assertThat(result.resources()).isEqualTo(2);
        assertThat(result.evaluations()).isEqualTo(2);
        assertThat(result.moved()).isEqualTo(new Reconciliation.Moved(1, 0));
        assertThat(Found.active(findings))
                .extracting(finding -> finding.resource().name() + " " + finding.complianceStatus())
                .containsExactlyInAnyOrder("data PASSED", "logs FAILED");
        see("data", PASSED, true);
        see("data", FAILED, false);
        see("logs", FAILED, false);
        assertThat(reconcile(TUESDAY).moved()).isEqualTo(new Reconciliation.Moved(1, 0));
    }

    @Test
    void tellsWhatWasMissingOfTheLastReadingsOnly() {
        var gap = new Gap("s3:GetBucketPublicAccessBlock", "AccessDenied", "no");
        var blind = new Document(Map.of(), Map.of("Block", gap));
        var unknown = Map.<ControlId, Verdict>of(S3_8, new Verdict.Unknown(gap.summary()));
        harvest.add(new Resource("arn:aws:s3:::data", BUCKET, "data", Map.of(), blind), unknown);
        harvest.add(new Resource("arn:aws:s3:::logs", BUCKET, "logs", Map.of(), blind), unknown);
        see("data", PASSED, true);
        assertThat(reconcile(MONDAY).missing())
                .containsExactly(new Missing("AWS::S3::Bucket", gap, Set.of("Block"), 1));
    }

    @Test
    void keepsAwayFromOtherRegions() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        harvest = new Harvest(ACCOUNT, "us-east-1");
        assertThat(reconcile(TUESDAY).moved()).isEqualTo(new Reconciliation.Moved(0, 0));
        assertThat(finding().recordState()).isEqualTo(RecordState.ACTIVE);
    }

    @Test
    void rewritesAFindingOfWhichOneLanguageSaysSomethingElse() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        see("data", new Verdict.Failed(new Text(OPEN.en(), "開いています")), false);
        assertThat(reconcile(TUESDAY).moved()).isEqualTo(NOTHING);
        assertThat(finding().reason().ja()).isEqualTo("開いています");
        assertThat(moves()).containsExactly("COMPLIANCE_STATUS null FAILED");
    }

    @Test
    void storesWhatWasJudgedWhereOnlyAMovingFieldMoved() {
        seeUsed("2026-01-01");
        reconcile(MONDAY, Map.of(MOVING, List.of(S3_8)), Map.of());
        seeUsed("2026-02-02");
        reconcile(TUESDAY, Map.of(MOVING, List.of(S3_8)), Map.of());
        assertThat(used()).isEqualTo("2026-01-01");
        harvest.add(clock("2026-03-03"), Map.of(S3_8, new Verdict.Passed(Text.NONE)));
        reconcile(APRIL, Map.of(MOVING, List.of(S3_8)), Map.of());
        assertThat(used()).isEqualTo("2026-03-03");
        assertThat(jdbc.sql("select changed_at from resource")
                        .query(Instant.class)
                        .single())
                .isEqualTo(MONDAY);
    }

    @Test
    void storesAMovingFieldThatWasNotAskedForBefore() {
        harvest.add(new Resource("arn:clock", MOVING, "clock", Map.of(), Document.of(Map.of())), Map.of(S3_8, FAILED));
        reconcile(MONDAY, Map.of(MOVING, List.of(S3_8)), Map.of());
        seeUsed("2026-02-02");
        reconcile(TUESDAY, Map.of(MOVING, List.of(S3_8)), Map.of());
        assertThat(used()).isEqualTo("2026-02-02");
    }

    @Test
    void remembersWhatWasNotSeenUntilItIsSeenAgain() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        assertThat(seen()).hasSize(1);
        reconcile(TUESDAY, Map.of(BUCKET, DENIED));
        assertThat(seen()).isEmpty();
        var before = rowVersions();
        reconcile(TUESDAY, Map.of(BUCKET, new Gap(DENIED.action(), DENIED.error(), "another request")));
        assertThat(rowVersions()).isEqualTo(before);
        see("data", FAILED, false);
        reconcile(APRIL);
        assertThat(seen()).hasSize(1);
    }

    private List<StoredResource> seen() {
        try (var seen = resources.seen(ACCOUNT, "eu-west-1", BUCKET.name())) {
            return seen.toList();
        }
    }

    @Test
    void judgesWhatIsStoredAgainBecauseOfASetting() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        var change = UUID.randomUUID();
        assertThat(rejudge(change, PASSED)).isEqualTo(1);
        assertThat(finding().complianceStatus()).isEqualTo(ComplianceStatus.PASSED);
        assertThat(findings.history(finding().id()).getFirst())
                .returns(change, Transition::settingChangeId)
                .returns("alice", Transition::username)
                .returns(Map.of(), Transition::change);
        var before = rowVersions();
        assertThat(rejudge(change, PASSED)).isZero();
        assertThat(rowVersions()).isEqualTo(before);
        rejudge(change, new Verdict.NotApplicable());
        assertThat(finding().archiveReason()).isEqualTo(ArchiveReason.NOT_APPLICABLE);
    }

    @Test
    void whatIsGoneIsGoneForWhoeverJudgesAgain() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        jdbc.sql("update finding set record_state = 'ARCHIVED', archive_reason = 'CONTROL_DISABLED'")
                .update();
        jdbc.sql("update resource set gone_at = now()").update();
        rejudge(UUID.randomUUID(), new Verdict.NotApplicable());
        assertThat(finding().archiveReason()).isEqualTo(ArchiveReason.RESOURCE_GONE);
    }

    private long rejudge(UUID change, Verdict verdict) {
        var cause = Cause.setting(change, "alice");
        var order = new Reconciliation.Order(harvest, Map.of(BUCKET, List.of(S3_8)), Map.of(), cause, APRIL);
        var changed = reconciliation.rejudge(
                order, () -> seen().forEach(resource -> harvest.say(resource.id(), Map.of(S3_8, verdict))));
        harvest.close();
        harvest = new Harvest(ACCOUNT, harvest.region());
        return changed;
    }

    private static final ResourceType MOVING = new ResourceType(
            "AWS::S3::Bucket",
            "S3",
            Set.of(Scope.REGIONAL),
            new FieldType.Struct("s3.Bucket", Map::of),
            List.of("s3:ListAllMyBuckets"),
            Map.of(),
            Set.of("LastUsed"));

    private void seeUsed(String day) {
        harvest.add(clock(day), Map.of(S3_8, FAILED));
    }

    private static Resource clock(String day) {
        return new Resource("arn:clock", MOVING, "clock", Map.of(), Document.of(Map.of("LastUsed", day)));
    }

    private String used() {
        return jdbc.sql("select document->>'LastUsed' from resource")
                .query(String.class)
                .single();
    }

    @Test
    void keepsTextsThatCopyWouldMisread() {
        var odd = "tab\there \\ back\nline \u0000 nul 日本";
        harvest.add(
                new Resource("arn:odd", BUCKET, "odd", Map.of("k", odd), Document.of(Map.of("v", odd))),
                Map.of(S3_8, new Verdict.Failed(Text.same(odd))));
        reconcile(MONDAY);
        assertThat(finding().reason().en()).isEqualTo(odd.replace('\u0000', '\uFFFD'));
        assertThat(finding().resource().tags()).containsEntry("k", odd.replace('\u0000', '\uFFFD'));
    }

    @Test
    void pagesThroughFindingsWithoutLosingOrRepeatingAny() {
        for (int i = 0; i < 7; i++) {
            see("bucket" + i, FAILED, false);
        }
        reconcile(MONDAY);
        var any = FindingMatch.ofArns("*");
        var first = findings.open(any, PageRequest.first(3));
        var second = findings.open(any, new PageRequest(3, first.nextPageToken()));
        var third = findings.open(any, new PageRequest(3, second.nextPageToken()));
        assertThat(third.nextPageToken()).isNull();
        assertThat(first.total().count()).isEqualTo(7);
        assertThat(List.of(first, second, third).stream().flatMap(page -> page.items().stream()))
                .extracting(Finding::id)
                .doesNotHaveDuplicates()
                .hasSize(7);
    }

    @Test
    void partsThatWereNotAskedForStayAsTheyWere() {
        seePart("data", FAILED, Map.of("Block", false, "Policy", "none"), Map.of());
        reconcile(MONDAY);
        see("data", PASSED, true);
        assertThat(reconcileWithoutPolicies(TUESDAY).leftOut()).isEqualTo(POLICY);
        assertThat(document()).isEqualTo(Map.of("Name", "data", "Block", true, "Policy", "none"));
        assertThat(findings.history(finding().id()).getFirst().change()).containsOnlyKeys("Block");

        var before = rowVersions();
        see("data", PASSED, true);
        reconcileWithoutPolicies(APRIL);
        seePart("data", PASSED, Map.of("Block", true, "Policy", "none"), Map.of());
        reconcile(APRIL);
        assertThat(rowVersions()).as("nothing has changed").isEqualTo(before);

        seePart("data", PASSED, Map.of("Block", true), Map.of());
        reconcile(APRIL);
        assertThat(document()).doesNotContainKey("Policy");
    }

    @Test
    void partsThatCouldNotBeReadStaySoUntilTheyAreAskedFor() {
        seePart("data", FAILED, Map.of("Block", false), Map.of("Policy", DENIED));
        seePart("logs", FAILED, Map.of(), Map.of(Document.WHOLE, DENIED));
        reconcile(MONDAY);
        see("data", FAILED, false);
        see("logs", FAILED, false);
        assertThat(reconcileWithoutPolicies(TUESDAY).missing())
                .as("of this reading")
                .isEmpty();
        assertThat(seen())
                .extracting(StoredResource::document)
                .extracting(Document::gaps)
                .containsExactly(Map.of("Policy", DENIED), Map.of("Policy", DENIED));
    }

    @Test
    void aPartThatIsTakenAwayAfterwardsIsMissedByTheNextWholeReading() {
        seePart("data", FAILED, Map.of("Block", false, "Policy", "none"), Map.of());
        reconcile(MONDAY);
        see("data", PASSED, true);
        reconcileWithoutPolicies(TUESDAY);
        see("data", PASSED, true);
        reconcile(APRIL);
        assertThat(document()).isEqualTo(Map.of("Name", "data", "Block", true));
    }

    @Test
    void ofWhatIsNewOrBackNothingIsKnownButWhatWasAskedFor() {
        seePart("data", FAILED, Map.of("Policy", "none"), Map.of());
        reconcile(MONDAY);
        see("new", FAILED, false);
        assertThat(reconcileWithoutPolicies(TUESDAY).leftOut()).isEmpty();
        see("data", FAILED, false);
        assertThat(reconcileWithoutPolicies(APRIL).leftOut()).isEmpty();
        var unasked = Map.of("Policy", new Gap("s3:GetBucketPolicy", Gap.NOT_ASKED, ""));
        assertThat(seen().getFirst().document())
                .isEqualTo(new Document(Map.of("Name", "data", "Block", false), unasked));

        see("data", FAILED, false);
        reconcile(APRIL);
        assertThat(seen().getFirst().document().gaps()).isEmpty();
    }

    private void seePart(String bucket, Verdict verdict, Map<String, Object> parts, Map<String, Gap> gaps) {
        var fields = new HashMap<>(parts);
        fields.put("Name", bucket);
        harvest.add(
                new Resource("arn:aws:s3:::" + bucket, BUCKET, bucket, Map.of(), new Document(fields, gaps)),
                Map.of(S3_8, verdict));
    }

    private Map<String, Object> document() {
        return seen().getFirst().document().fields();
    }

    @Test
    void aTypeThatWasListedArchivesNothingOfAnotherOfTheSameControl() {
        see("data", FAILED, false);
        seeUser();
        reconcile(MONDAY, TWO_TYPES, Map.of());

        see("data", FAILED, false);
        reconcile(TUESDAY, Map.of(BUCKET, List.of(S3_8)), Map.of());
        assertThat(statuses()).containsExactly("alice FAILED ACTIVE", "data FAILED ACTIVE");

        reconcile(APRIL, Map.of(USER, List.of(S3_8)), Map.of());
        assertThat(statuses()).containsExactly("alice FAILED ARCHIVED", "data FAILED ACTIVE");
    }

    @Test
    void aTypeThatCouldNotBeListedCastsNoDoubtOnAnotherOfTheSameControl() {
        see("data", FAILED, false);
        seeUser();
        reconcile(MONDAY, TWO_TYPES, Map.of());

        reconcile(TUESDAY, TWO_TYPES, Map.of(USER, DENIED));
        assertThat(statuses()).containsExactly("alice WARNING ACTIVE", "data FAILED ARCHIVED");
    }

    @Test
    void knowsWhatWasFoundByType() {
        see("data", FAILED, false);
        reconcile(MONDAY);
        assertThat(reconciliation.knows(ACCOUNT, "eu-west-1", Map.of(BUCKET, List.of(S3_8))))
                .isTrue();
        assertThat(reconciliation.knows(ACCOUNT, "eu-west-1", Map.of(USER, List.of(S3_8))))
                .isFalse();
    }

    private void seeUser() {
        harvest.add(
                new Resource("arn:aws:iam::1:user/alice", USER, "alice", Map.of(), Document.of(Map.of())),
                Map.of(S3_8, FAILED));
    }

    private List<String> statuses() {
        return jdbc.sql("""
                        select name || ' ' || compliance_status || ' ' || record_state
                        from finding f join resource r on r.id = f.resource_id order by 1
                        """).query(String.class).list();
    }

    private void see(String bucket, Verdict verdict, boolean block) {
        var document = Document.of(Map.of("Name", bucket, "Block", block));
        harvest.add(new Resource("arn:aws:s3:::" + bucket, BUCKET, bucket, Map.of(), document), Map.of(S3_8, verdict));
    }

    private Reconciliation.Result reconcile(Instant at) {
        return reconcile(at, Map.of());
    }

    private Reconciliation.Result reconcile(Instant at, Map<ResourceType, Gap> unlisted) {
        return reconcile(at, Map.of(BUCKET, List.of(S3_8)), unlisted);
    }

    private Reconciliation.Result reconcile(
            Instant at, Map<ResourceType, List<ControlId>> judged, Map<ResourceType, Gap> unlisted) {
        return reconcile(new Reconciliation.Order(harvest, judged, unlisted, Cause.scan(UUID.randomUUID()), at));
    }

    private Reconciliation.Result reconcileWithoutPolicies(Instant at) {
        var judged = Map.of(BUCKET, List.of(S3_8));
        return reconcile(
                new Reconciliation.Order(harvest, judged, POLICY, Map.of(), Cause.scan(UUID.randomUUID()), at));
    }

    private Reconciliation.Result reconcile(Reconciliation.Order order) {
        var result = reconciliation.reconcile(order);
        harvest.close();
        harvest = new Harvest(ACCOUNT, harvest.region());
        return result;
    }

    private Finding finding() {
        var id = jdbc.sql("select id from finding").query(UUID.class).single();
        return findings.find(id).orElseThrow();
    }

    private List<String> moves() {
        return findings.history(finding().id()).stream()
                .map(move -> move.what() + " " + move.from() + " " + move.to())
                .toList();
    }

    private List<String> rowVersions() {
        return jdbc.sql("select ctid::text from finding union all select ctid::text from resource")
                .query(String.class)
                .list();
    }
}
