package io.shisei.finding.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.database.Retention;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.FindingFilter.Assignees;
import io.shisei.finding.Findings;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.history.Movements;
import io.shisei.finding.history.Transition;
import io.shisei.finding.history.Transition.What;
import io.shisei.finding.search.FindingSearch;
import io.shisei.paging.Page;
import io.shisei.refusal.Refusal;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Found;
import io.shisei.test.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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
    WorkflowParts.class,
    Findings.class,
    FindingSearch.class,
    Movements.class,
    Retention.class,
    Deadlines.class,
    Accounts.class,
    WorkflowTests.Time.class
})
class WorkflowTests {

    private static final String ACCOUNT = "123456789012";
    private static final String OTHER = "210987654321";
    private static final ControlId BUCKETS = new ControlId("S3.8");
    private static final ControlId GROUPS = new ControlId("EC2.18");
    private static final WorkflowChange NOTIFIED = WorkflowChange.to(WorkflowStatus.NOTIFIED, "told the team");

    @Autowired
    Workflow workflow;

    @Autowired
    Findings findings;

    @Autowired
    Movements movements;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @Test
    void takesABlankNoteForNone() {
        assertThat(WorkflowChange.to(WorkflowStatus.NOTIFIED, " ").note()).isNull();
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> new WorkflowChange(null, null, ""))
                .matches(refused -> refused.code() == WorkflowCode.NOTHING_TO_CHANGE);
    }

    @TestConfiguration
    static class Time {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), ZoneOffset.UTC);
        }
    }

    @BeforeEach
    void twoAccounts() {
        when(controls.find(any())).thenReturn(Optional.empty());
        Rows.account(jdbc, ACCOUNT);
        Rows.account(jdbc, OTHER);
        IntStream.range(0, 3).forEach(number -> found(number, ACCOUNT, BUCKETS, "NEW"));
        found(3, OTHER, BUCKETS, "NEW");
        found(4, OTHER, GROUPS, "NOTIFIED");
    }

    private void found(int number, String account, ControlId control, String status) {
        Rows.finding(jdbc, new UUID(0, number), account, control.value(), "FAILED", status);
    }

    private Finding finding(int number) {
        return findings.find(new UUID(0, number)).orElseThrow();
    }

    private static WorkflowChange assign(String name) {
        return new WorkflowChange(null, Optional.of(name), null);
    }

    @Test
    void keepsWhoAssignsWhomAndWhy() {
        var assigned = workflow.change(finding(0).id(), 0, assign("kim"), "lee");
        assertThat(assigned.assignee()).isEqualTo("kim");
        assertThat(assigned.workflowStatus()).isEqualTo(WorkflowStatus.NEW);
        assertThat(assigned.version()).isEqualTo(1);
        var nobody = new WorkflowChange(WorkflowStatus.NOTIFIED, Optional.empty(), "kim has left");
        assertThat(workflow.change(finding(0).id(), 1, nobody, "lee").assignee())
                .isNull();
        assertThat(findings.history(finding(0).id()))
                .extracting(Transition::what, Transition::from, Transition::to, Transition::note, Transition::username)
                .containsExactlyInAnyOrder(
                        tuple(What.ASSIGNEE, null, "kim", null, "lee"),
                        tuple(What.ASSIGNEE, "kim", null, null, "lee"),
                        tuple(What.WORKFLOW_STATUS, "NEW", "NOTIFIED", "kim has left", "lee"));
    }

    @Test
    void keepsANoteByItself() {
        workflow.change(finding(0).id(), 0, new WorkflowChange(WorkflowStatus.NEW, null, "looked at it"), "lee");
        assertThat(findings.history(finding(0).id()))
                .extracting(Transition::what, Transition::to, Transition::note)
                .containsExactly(tuple(What.NOTE, null, "looked at it"));
        assertThat(movements.newest(BUCKETS, Circle.ALL, Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"), 9))
                .isEmpty();
    }

    @Test
    void writesNothingWhereAllIsSo() {
        assertThat(workflow.change(finding(4).id(), 0, WorkflowChange.to(WorkflowStatus.NOTIFIED, null), "lee"))
                .isEqualTo(finding(4));
        assertThat(finding(4).version()).isZero();
        assertThat(findings.history(finding(4).id())).isEmpty();
    }

    @Test
    void findsWhatIsAssigned() {
        workflow.change(finding(0).id(), 0, assign("kim"), "lee");
        workflow.change(finding(3).id(), 0, assign("lee"), "lee");
        assertThat(findings.assignees(10)).containsExactly("kim", "lee");
        assertThat(findings.assignees(1)).containsExactly("kim");
        assertThat(found(Set.of("me"))).containsExactly(3);
        assertThat(found(Set.of("none"))).containsExactlyInAnyOrder(1, 2, 4);
        assertThat(found(Set.of("kim", "me"))).containsExactlyInAnyOrder(0, 3);
        assertThat(found(Set.of("none", "kim"))).containsExactlyInAnyOrder(0, 1, 2, 4);
    }

    @Test
    void changesWhatIsAssignedToSomebodyElse() {
        workflow.changeAll(FindingFilter.ACTIVE, assign("kim"), 5, "lee");
        var ofKim = of(Assignees.of(Set.of("kim"), "lee"));
        assertThat(workflow.preview(ofKim, assign("lee")).changed()).isEqualTo(5);
        assertThat(workflow.changeAll(ofKim, assign("lee"), 5, "lee").changed()).isEqualTo(5);
        assertThat(findings.assignees(10)).containsExactly("lee");
    }

    private Iterable<Integer> found(Set<String> words) {
        return Found.by(of(Assignees.of(words, "lee")), findings).stream()
                .map(finding -> (int) finding.id().getLeastSignificantBits())
                .toList();
    }

    private static FindingFilter of(Assignees assignees) {
        var all = FindingFilter.ACTIVE;
        return new FindingFilter(
                all.ids(),
                all.accountIds(),
                all.regions(),
                all.controlIds(),
                all.services(),
                all.standards(),
                all.severities(),
                all.complianceStatuses(),
                all.workflowStatuses(),
                assignees,
                all.recordStates(),
                all.resourceArns(),
                all.resourceTypes(),
                all.text(),
                all.overdue());
    }

    @Test
    void tellsWhatAChangeOfManyWouldDoAndDoesNothing() {
        hideByRule(0);
        var preview = workflow.preview(FindingFilter.ACTIVE, WorkflowChange.to(WorkflowStatus.NOTIFIED, null));
        assertThat(preview.total()).isEqualTo(Page.Total.exact(5));
        assertThat(preview.changed()).isEqualTo(3);
        assertThat(preview.skipped()).isEqualTo(Map.of(Outcome.HIDDEN_BY_RULE, 1L, Outcome.UNCHANGED, 1L));
        assertThat(preview.by(ChangePreview.Part::controlId)).isEqualTo(Map.of(BUCKETS, 4L, GROUPS, 1L));
        assertThat(preview.by(ChangePreview.Part::accountId)).isEqualTo(Map.of(ACCOUNT, 3L, OTHER, 2L));
        assertThat(finding(1).version()).isZero();
    }

    @Test
    void changesAllThatAFilterFinds() {
        hideByRule(0);
        var change = new WorkflowChange(WorkflowStatus.NOTIFIED, Optional.of("kim"), null);
        var outcomes = workflow.changeAll(FindingFilter.ACTIVE, change, 5, "lee");
        assertThat(outcomes.changed()).isEqualTo(4);
        assertThat(outcomes.skipped()).isEqualTo(Map.of(Outcome.HIDDEN_BY_RULE, 1L));
        assertThat(finding(0).workflowStatus()).isEqualTo(WorkflowStatus.SUPPRESSED);
        assertThat(finding(3).workflowStatus()).isEqualTo(WorkflowStatus.NOTIFIED);
        assertThat(finding(4).assignee()).isEqualTo("kim");
        assertThat(findings.history(finding(3).id()))
                .extracting(Transition::what)
                .containsExactlyInAnyOrder(What.WORKFLOW_STATUS, What.ASSIGNEE);
        assertThat(findings.history(finding(4).id()))
                .extracting(Transition::what)
                .containsExactly(What.ASSIGNEE);
    }

    @Test
    void suppressesByHandWhatARuleHidesToo() {
        hideByRule(0);
        var suppressed = WorkflowChange.to(WorkflowStatus.SUPPRESSED, "on purpose");
        assertThat(workflow.changeAll(FindingFilter.ACTIVE, suppressed, 5, "lee")
                        .changed())
                .isEqualTo(5);
        assertThat(finding(0).suppressionId()).isNull();
        assertThat(finding(0).workflowStatus()).isEqualTo(WorkflowStatus.SUPPRESSED);
    }

    @Test
    void assignsWhatARuleHidesAndLeavesItHidden() {
        hideByRule(0);
        assertThat(workflow.changeAll(FindingFilter.ACTIVE, assign("kim"), 5, "lee")
                        .changed())
                .isEqualTo(5);
        assertThat(finding(0).suppressionId()).isNotNull();
    }

    @Test
    void changesNothingWhenThereAreMoreThanWereSeen() {
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> workflow.changeAll(FindingFilter.ACTIVE, NOTIFIED, 4, "lee"))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly("4", "5"));
        assertThat(finding(0).version()).isZero();
    }

    @Test
    void changesNothingWhenThereAreTooMany() {
        jdbc.sql("""
                        insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest, first_seen_at,
                                              changed_at)
                        select md5(n::text)::uuid, :account, 'eu-west-1', 'AWS::S3::Bucket', n, 'data', '{}', '{}', '{}',
                               md5(n::text)::uuid, now(), now()
                        from generate_series(1, :many) as n
                        """).param("account", ACCOUNT).param("many", Workflow.MOST).update();
        jdbc.sql("""
                        insert into finding (id, account_id, region, control_id, resource_id, compliance_status, reason,
                                             workflow_status, record_state, first_observed_at, status_changed_at)
                        select id, account_id, 'eu-west-1', 'S3.8', id, 'FAILED', '', 'NEW', 'ACTIVE', now(), now()
                        from resource where name = 'data' and id not in (select resource_id from finding)
                        """).update();
        assertThat(workflow.preview(FindingFilter.ACTIVE, NOTIFIED).total())
                .isEqualTo(new Page.Total(Workflow.MOST, Page.Total.Type.AT_LEAST));
        assertThatExceptionOfType(Refusal.Impossible.class)
                .isThrownBy(() -> workflow.changeAll(FindingFilter.ACTIVE, NOTIFIED, Workflow.MOST + 5L, "lee"));
        assertThat(finding(0).version()).isZero();
    }

    private void hideByRule(int number) {
        var rule = UUID.randomUUID();
        jdbc.sql("""
                        insert into suppression (id, match, reason, owner, created_at, created_by, settled, version)
                        values (:id, '{}', 'x', 'x', now(), 'x', true, 0)
                        """).param("id", rule).update();
        jdbc.sql("update finding set workflow_status = 'SUPPRESSED', suppression_id = :rule where id = :id")
                .param("rule", rule)
                .param("id", new UUID(0, number))
                .update();
    }
}
