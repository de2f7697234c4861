package io.shisei.finding;

/** The statements of {@link Reconciliation}, in the order in which they run. */
final class ReconciliationSql {

    static final String STAGE = """
            create temporary table staged_resource (
                id uuid, type text, arn text, name text, tags jsonb, document jsonb, gaps jsonb, digest uuid) on commit drop;
            create temporary table staged_verdict (
                resource_id uuid, control_id text, compliance_status text, reason text) on commit drop
            """;

    /** Also decides the workflow status, and what changed in the resource, before the resource is overwritten. */
    static final String FIND_CHANGES = """
            create temporary table change on commit drop as
            with seen as (
                select resource_id, control_id, compliance_status, reason, 'ACTIVE' as record_state from staged_verdict
                union all
                select f.resource_id, f.control_id,
                       case when u.control_id is null then f.compliance_status else 'WARNING' end,
                       coalesce(u.reason, f.reason),
                       case when u.control_id is null then 'ARCHIVED' else 'ACTIVE' end
                from finding f
                left join unnest(:unlisted::text[], :reasons::text[]) as u (control_id, reason) using (control_id)
                where f.account_id = :account and f.region = :region and f.control_id = any(:controls)
                  and f.record_state = 'ACTIVE'
                  and not exists (
                      select from staged_verdict v where v.resource_id = f.resource_id and v.control_id = f.control_id)
            )
            select coalesce(f.id, md5(resource_id || control_id)::uuid) as finding_id, resource_id, control_id,
                   s.compliance_status, s.record_state, s.reason,
                   case when f.workflow_status = 'SUPPRESSED' then 'SUPPRESSED'
                        when s.compliance_status = 'PASSED' then 'RESOLVED'
                        when f.id is null then 'NEW'
                        when f.workflow_status in ('NOTIFIED', 'RESOLVED')
                             and (f.compliance_status = 'PASSED' or f.record_state = 'ARCHIVED') then 'NEW'
                        else f.workflow_status end as workflow_status,
                   f.compliance_status as old_compliance_status, f.record_state as old_record_state,
                   f.workflow_status as old_workflow_status,
                   (select jsonb_object_agg(key, jsonb_build_object('before', o.value, 'after', n.value))
                    from jsonb_each(old.document) o full join jsonb_each(new.document) n using (key)
                    where o.value is distinct from n.value
                      and not jsonb_exists_any(old.gaps, array[$$$$, key])
                      and not jsonb_exists_any(new.gaps, array[$$$$, key])) as resource_change
            from seen s
            left join finding f using (resource_id, control_id)
            left join staged_resource new on new.id = resource_id
            left join resource old on old.id = resource_id and new.id is not null
            where f.id is null
               or (f.compliance_status, f.record_state, f.reason)
                  is distinct from (s.compliance_status, s.record_state, s.reason)
            """;

    static final String KEEP_RESOURCES = """
            insert into resource as r (id, account_id, region, type, arn, name, tags, document, gaps, digest,
                                       first_seen_at, changed_at)
            select s.id, :account, :region, s.type, s.arn, s.name, s.tags, s.document, s.gaps, s.digest, :at, :at
            from staged_resource s left join resource known on known.id = s.id
            where known.id is null or known.digest <> s.digest or known.gone_at is not null
            on conflict (id) do update set
                name = excluded.name, tags = excluded.tags, document = excluded.document, gaps = excluded.gaps,
                digest = excluded.digest, changed_at = excluded.changed_at, gone_at = null
            """;

    static final String MARK_GONE = """
            update resource set gone_at = :at
            where account_id = :account and region = :region and type = any(:listed) and gone_at is null
              and not exists (select from staged_resource s where s.id = resource.id)
            """;

    static final String UPDATE_FINDINGS = """
            update finding f set
                compliance_status = c.compliance_status, reason = c.reason, record_state = c.record_state,
                workflow_status = c.workflow_status, version = f.version + 1,
                status_changed_at =
                    case when f.compliance_status = c.compliance_status then f.status_changed_at else :at end
            from change c
            where f.id = c.finding_id
            """;

    static final String INSERT_FINDINGS = """
            insert into finding (id, account_id, region, control_id, resource_id, compliance_status, reason,
                                 workflow_status, record_state, first_observed_at, status_changed_at)
            select finding_id, :account, :region, control_id, resource_id, compliance_status, reason,
                   workflow_status, record_state, :at, :at
            from change where old_record_state is null
            """;

    static final String APPEND_TRANSITIONS = """
            insert into transition (finding_id, account_id, control_id, at, what, from_value, to_value, reason,
                                    scan_id, change)
            select finding_id, :account, control_id, :at, what, from_value, to_value, reason, :scan, resource_change
            from change cross join lateral (values
                ('RECORD_STATE', old_record_state, record_state),
                ('COMPLIANCE_STATUS', old_compliance_status, compliance_status),
                ('WORKFLOW_STATUS', old_workflow_status, workflow_status)) as moved (what, from_value, to_value)
            where from_value is distinct from to_value and (from_value is not null or what = 'COMPLIANCE_STATUS')
            """;

    static final String COUNT = """
            select count(*) filter (where fails and not failed) as opened,
                   count(*) filter (where failed and not fails) as closed
            from (select compliance_status = 'FAILED' and record_state = 'ACTIVE' as fails,
                         coalesce(old_compliance_status = 'FAILED' and old_record_state = 'ACTIVE', false) as failed
                  from change) as moved
            """;

    private ReconciliationSql() {}
}
