package io.shisei.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.inventory.Gap;
import io.shisei.inventory.ResourceType;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import(Evaluations.class)
class EvaluationsTests {

    private static final Instant AT = Instant.parse("2026-03-30T00:00:00Z");
    private static final Place PLACE = new Place("123456789012", "global");
    private static final UUID SCAN = UUID.randomUUID();

    @Autowired
    Evaluations evaluations;

    @MockitoBean
    Controls controls;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anAccount() {
        Rows.account(jdbc, PLACE.accountId());
    }

    @Test
    void neitherTypeHidesTheGapOfTheOther() {
        evaluated("AWS::IAM::User", new Gap("iam:ListUsers", "AccessDenied", ""));
        evaluated("AWS::IAM::Role", null);
        assertThat(rows()).containsExactly("AWS::IAM::Role complete", "AWS::IAM::User iam:ListUsers");

        evaluated("AWS::IAM::User", null);
        evaluated("AWS::IAM::Role", new Gap("iam:ListRoles", "AccessDenied", ""));
        assertThat(rows()).containsExactly("AWS::IAM::Role iam:ListRoles", "AWS::IAM::User complete");
    }

    @Test
    void writesAllOfAServiceAtOnce() {
        var denied = new Gap("iam:ListUsers", "AccessDenied", "");
        evaluations.evaluated(PLACE, SCAN, AT, List.of(ended("AWS::IAM::User", denied), ended("AWS::IAM::Role", null)));
        assertThat(rows()).containsExactly("AWS::IAM::Role complete", "AWS::IAM::User iam:ListUsers");

        evaluations.evaluated(PLACE, SCAN, AT, List.of());
        assertThat(rows()).hasSize(2);
    }

    @Test
    void forgetsOneTypeAlone() {
        evaluated("AWS::IAM::User", null);
        evaluated("AWS::IAM::Role", null);
        evaluations.forget(PLACE, new Checks(List.of(check("AWS::IAM::User"))));
        assertThat(rows()).containsExactly("AWS::IAM::Role complete");
    }

    @Test
    void readsMostAccountsByLeavingOutTheOthers() {
        var control = mock(Control.class);
        when(control.id()).thenReturn(new ControlId("KMS.2"));
        when(controls.all()).thenReturn(List.of(control));
        var other = new Place("210987654321", "global");
        Rows.account(jdbc, other.accountId());
        evaluated("AWS::IAM::User", new Gap("iam:ListUsers", "AccessDenied", ""));
        evaluated("AWS::IAM::Role", null);
        evaluations.evaluated(other, SCAN, AT.plusSeconds(1), List.of(ended("AWS::IAM::User", null)));
        var most = Circle.of(Ou.ROOT, List.of(PLACE.accountId(), "333333333333"));
        var beside = most.beside(List.of(other.accountId()), null);
        assertThat(evaluations.coverage(beside)).isEqualTo(50.0).isEqualTo(evaluations.coverage(most));
        assertThat(evaluations.unread(beside, 5)).hasSize(1).isEqualTo(evaluations.unread(most, 5));
        assertThat(evaluations.byControl(beside)).hasSize(1).isEqualTo(evaluations.byControl(most));
    }

    private void evaluated(String type, @Nullable Gap gap) {
        evaluations.evaluated(PLACE, SCAN, AT, List.of(ended(type, gap)));
    }

    private static Evaluations.Ended ended(String type, @Nullable Gap gap) {
        return new Evaluations.Ended(check(type), gap == null, gap);
    }

    private static Checks.Check check(String type) {
        return new Checks.Check(new ControlId("KMS.2"), type(type));
    }

    private static ResourceType type(String name) {
        var type = mock(ResourceType.class);
        when(type.name()).thenReturn(name);
        return type;
    }

    private List<String> rows() {
        return jdbc.sql("select resource_type || ' ' || case when complete then 'complete' else gap->>'action' end"
                        + " from evaluation order by 1")
                .query(String.class)
                .list();
    }
}
