package io.shisei.test;

import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that others refer to. */
public final class Rows {

    private Rows() {}

    public static void account(JdbcClient jdbc, String id) {
        jdbc.sql("insert into account (id, name, partition, created_at, version) values (:id, 'a', 'aws', now(), 0)")
                .param("id", id)
                .update();
    }

    /** From now on an account is watched there alone. */
    public static void watch(JdbcClient jdbc, String account, List<String> regions) {
        jdbc.sql("update account set regions = :regions where id = :id")
                .param("regions", regions.toArray(String[]::new))
                .param("id", account)
                .update();
    }

    /** That the parameters of a control were changed everywhere. */
    public static void tuned(JdbcClient jdbc, ControlId control, Instant at) {
        jdbc.sql("""
                        insert into control_setting_change (id, control_id, at, username, before, after)
                        values (gen_random_uuid(), :control, :at, 'ann', '{"parameters": {}}', '{"parameters": {"days": 90}}')
                        """)
                .param("control", control.value())
                .param("at", Instants.utc(at))
                .update();
    }

    /** A bucket, and what a control says of it. */
    public static void finding(
            JdbcClient jdbc, UUID id, String account, String control, String compliance, String workflow) {
        finding(jdbc, id, account, control, compliance, workflow, null);
    }

    /** @param archived why it is archived; null while it is active */
    public static void finding(
            JdbcClient jdbc,
            UUID id,
            String account,
            String control,
            String compliance,
            String workflow,
            @Nullable String archived) {
        jdbc.sql("""
                        with seen as (
                            insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest,
                                                  first_seen_at, changed_at)
                            values (:id, :account, 'eu-west-1', 'AWS::S3::Bucket', :id::text, 'data', '{}', '{}', '{}',
                                    :id, now(), now()))
                        insert into finding (id, account_id, region, control_id, resource_id, compliance_status, reason,
                                             workflow_status, record_state, archive_reason, first_observed_at,
                                             status_changed_at)
                        values (:id, :account, 'eu-west-1', :control, :id, :compliance, '', :workflow,
                                case when :archived::text is null then 'ACTIVE' else 'ARCHIVED' end, :archived,
                                now(), now())
                        """)
                .param("id", id)
                .param("account", account)
                .param("control", control)
                .param("compliance", compliance)
                .param("workflow", workflow)
                .param("archived", archived)
                .update();
    }

    /** As many findings of a control, a few of them archived or passed; of one that is {@code no} control, a day older. */
    public static void findings(JdbcClient jdbc, String account, String control, int count, String reason) {
        jdbc.sql("""
                        with seen as (
                            insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest,
                                                  first_seen_at, changed_at)
                            select gen_random_uuid(), :account, 'eu-west-1', 'AWS::S3::Bucket',
                                   'arn:aws:s3:::bucket-' || n, :control || n, '{"team": "a"}', '{}', '{}',
                                   gen_random_uuid(), now(), now()
                            from generate_series(1, :count) as n
                            on conflict (account_id, region, type, arn) do update set changed_at = now()
                            returning id, arn)
                        insert into finding (id, account_id, region, control_id, resource_id, compliance_status, reason,
                                             workflow_status, record_state, archive_reason, first_observed_at,
                                             status_changed_at)
                        select gen_random_uuid(), :account, 'eu-west-1', :control, id,
                               case when arn like '%1' then 'PASSED' else 'FAILED' end, :reason, 'NEW',
                               case when arn like '%3' then 'ARCHIVED' else 'ACTIVE' end,
                               case when arn like '%3' then 'RESOURCE_GONE' end, now(),
                               now() - case when :control like 'no %' then interval '1 day' else '0' end
                        from seen
                        """)
                .param("account", account)
                .param("control", control)
                .param("count", count)
                .param("reason", reason)
                .update();
    }

    /** That a control was evaluated in a region just now, with all that it reads or not. */
    public static void evaluation(JdbcClient jdbc, String account, String region, String control, boolean complete) {
        jdbc.sql("""
                        insert into evaluation (account_id, region, control_id, resource_type, scan_id, at, since, complete)
                        values (:account, :region, :control, 'AWS::S3::Bucket', gen_random_uuid(), now(), now(), :complete)
                        """)
                .param("account", account)
                .param("region", region)
                .param("control", control)
                .param("complete", complete)
                .update();
    }
}
