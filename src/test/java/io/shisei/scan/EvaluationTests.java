package io.shisei.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.control.ControlId;
import io.shisei.control.Plan;
import io.shisei.inventory.Source;
import io.shisei.test.DatabaseTest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(ScanLedger.class)
class EvaluationTests {

    private static final Instant AT = Instant.parse("2026-03-30T00:00:00Z");
    private static final List<ControlId> KMS_2 = List.of(new ControlId("KMS.2"));
    private static final Account ACCOUNT =
            new Account(new Identity("123456789012", "aws"), "a", Access.DEFAULT, null, AT);
    private static final Unit UNIT = new Unit(
            UUID.randomUUID(), ACCOUNT, "global", mock(Plan.class), mock(Source.Session.class), Clock.systemUTC());

    @Autowired
    ScanLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anAccount() {
        jdbc.sql("insert into account (id, name, partition, created_at, version) values (:id, 'a', 'aws', now(), 0)")
                .param("id", ACCOUNT.id())
                .update();
    }

    @Test
    void neitherTypeHidesTheGapOfTheOther() {
        evaluated("AWS::IAM::User", "{\"action\": \"iam:ListUsers\"}");
        evaluated("AWS::IAM::Role", null);
        assertThat(rows()).containsExactly("AWS::IAM::Role complete", "AWS::IAM::User iam:ListUsers");

        evaluated("AWS::IAM::User", null);
        evaluated("AWS::IAM::Role", "{\"action\": \"iam:ListRoles\"}");
        assertThat(rows()).containsExactly("AWS::IAM::Role iam:ListRoles", "AWS::IAM::User complete");
    }

    @Test
    void forgetsOneTypeAlone() {
        evaluated("AWS::IAM::User", null);
        evaluated("AWS::IAM::Role", null);
        ledger.forget(ACCOUNT.id(), "global", "AWS::IAM::User", KMS_2);
        assertThat(rows()).containsExactly("AWS::IAM::Role complete");
    }

    private void evaluated(String type, @Nullable String gap) {
        ledger.evaluated(UNIT, type, KMS_2, gap == null, gap, AT);
    }

    private List<String> rows() {
        return jdbc.sql("select resource_type || ' ' || case when complete then 'complete' else gap->>'action' end"
                        + " from evaluation order by 1")
                .query(String.class)
                .list();
    }
}
