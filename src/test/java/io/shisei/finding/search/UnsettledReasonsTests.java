package io.shisei.finding.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of unsettled findings beside them, whatever becomes of findings and resources. */
@DatabaseTest
@Import(UnsettledReasons.class)
class UnsettledReasonsTests {

    private static final String ACCOUNT = "111111111111";

    private static final List<String> CHANGES = List.of(
            "update finding set compliance_status = 'PASSED', workflow_status = 'RESOLVED' where id = :id",
            "update finding set compliance_status = 'FAILED', workflow_status = 'NEW', failing_since = now() where id = :id",
            "update finding set workflow_status = 'SUPPRESSED', assignee = 'someone' where id = :id",
            "update finding set reason = 'Reason ' || :any, reason_ja = case when :any > 2 then '理由 ' || :any end where id = :id",
            "update finding set reason = '' where id = :id",
            "update finding set record_state = 'ARCHIVED', archive_reason = 'RESOURCE_GONE' where id = :id",
            "update finding set record_state = 'ACTIVE', archive_reason = null where id = :id",
            "update finding set status_changed_at = now() + :any * interval '1 hour' where resource_id > :id",
            "update resource set name = 'Name ' || :any where id = :id",
            "update resource set arn = 'arn:aws:s3:::bucket_' || :any || id, name = name where id = :id",
            "delete from finding where id = :id and :any = 1");

    @Autowired
    UnsettledReasons reasons;

    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(3);

    @BeforeEach
    void someFindings() {
        Rows.account(jdbc, ACCOUNT);
        for (var n = 0; n < 12; n++) {
            Rows.finding(jdbc, new UUID(1, n), ACCOUNT, "S3.8", "FAILED", "NEW");
        }
    }

    @Test
    void followEachChange() {
        for (var n = 0; n < 300; n++) {
            var change = CHANGES.get(random.nextInt(CHANGES.size()));
            jdbc.sql(change)
                    .param("id", new UUID(1, random.nextInt(12)))
                    .param("any", random.nextInt(5))
                    .update();
            assertThat(differing()).as(change).isEmpty();
        }
        assertThat(count("unsettled_finding")).isPositive();
        jdbc.sql("delete from account").update();
        assertThat(count("unsettled_finding")).isZero();
    }

    /** Names and ARNs may be longer than what an index can have. */
    @Test
    void haveSoMuchOfAnIdAsAnIndexCan() {
        jdbc.sql("update resource set name = repeat('名', 256), arn = 'arn:aws:s3:::' || repeat('b', 2000) || id")
                .update();
        assertThat(differing()).isEmpty();
    }

    @Test
    void areForgottenWhenNoFindingHasThemAnyMore() {
        jdbc.sql("update finding set reason = case when id > :id then 'Is used' else 'Is not' end")
                .param("id", new UUID(1, 5))
                .update();
        jdbc.sql(
                        "update finding set compliance_status = 'PASSED', workflow_status = 'RESOLVED' where reason = 'Is not'")
                .update();
        assertThat(reasons.forgetUnused()).isPositive();
        assertThat(jdbc.sql("select trim(trailing E'\\n' from said) from unsettled_reason")
                        .query(String.class)
                        .list())
                .contains("is used")
                .doesNotContain("is not");
    }

    /** Who has seen that a text is there does not put it there again. */
    @Test
    void areLeftWhileSomebodyReliesOnThem() {
        count("unsettled_reason");
        assertThatThrownBy(() ->
                        CompletableFuture.supplyAsync(reasons::forgetUnused).join())
                .hasCauseInstanceOf(QueryTimeoutException.class);
    }

    private List<String> differing() {
        return jdbc.sql("""
                        with kept as (
                            select u.id, account_id, region, control_id, resource_id, compliance_status, workflow_status, failing_since,
                                   status_changed_at, assignee, searched,
                                   (select min(said) from unsettled_reason r where r.id = u.reason_id) as said
                            from unsettled_finding u),
                        expected as (
                            select f.id, f.account_id, f.region, control_id, resource_id, compliance_status, workflow_status,
                                   failing_since, status_changed_at, assignee, left(searched(arn, name), 1000),
                                   case when reason <> '' then said(reason, reason_ja) end
                            from finding f join resource r on r.id = f.resource_id
                            where record_state = 'ACTIVE' and (compliance_status <> 'PASSED' or workflow_status <> 'RESOLVED'))
                        select id::text from ((table kept except table expected) union all (table expected except table kept)) as other
                        """).query(String.class).list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
