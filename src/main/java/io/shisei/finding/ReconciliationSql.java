package io.shisei.finding;

import io.shisei.finding.history.CauseSql;

/** The statements of {@link Reconciliation}, in the order in which they run. */
final class ReconciliationSql {

    static final String VERDICTS =
            "reading bigint, resource_id uuid, control_id text, compliance_status text, reason text, reason_ja text";

    static final String CHANGES = """
            finding_id uuid, resource_id uuid, control_id text, compliance_status text, record_state text, reason text,
            reason_ja text, archive_reason text, workflow_status text, old_compliance_status text,
            old_record_state text, old_workflow_status text, old_verdict text, resource_change jsonb,
            old_archive_reason text, resource_known boolean, place_known boolean, first_look boolean, switched_on boolean,
            tuned boolean
            """;

    /** Those of readings that were not the last of their resource. */
    static final String DROP_REPEATED = """
            delete from staged_verdict v
            where not exists (select from staged_resource s where s.id = v.resource_id and s.reading = v.reading)
            """;

    /**
     * A finding that no verdict came for is taken up only where its control judged its type. Also decides the workflow
     * status, and what changed in the resource, before the resource is overwritten. A listing that was not complete casts
     * doubt on what it did not show only; when what is stored is judged again, on what was not seen the last time. A finding
     * that was archived out of sight is looked at again: its resource may be gone for good meanwhile. What was known before
     * tells the causes: a place is known that an earlier scan has looked at.
     */
    static final String FIND_CHANGES = """
            insert into change
            with missed as (
                select * from finding f
                where f.account_id = :account and f.region = :region and f.control_id = any(:controls)
                  and (:only::uuid is null or f.resource_id = :only::uuid)
                  and (f.record_state = 'ACTIVE' or f.archive_reason not in ('RESOURCE_GONE', 'NOT_APPLICABLE'))
                  and not exists (
                      select from staged_verdict v where v.resource_id = f.resource_id and v.control_id = f.control_id)
            ), seen as (
                select resource_id, control_id, compliance_status, reason, nullif(reason_ja, reason) as reason_ja,
                       'ACTIVE' as record_state, false as gone
                from staged_verdict where control_id = any(:controls)
                union all
                select f.resource_id, f.control_id,
                       case when unseen.reason is null then f.compliance_status else 'WARNING' end,
                       coalesce(unseen.reason, f.reason), case when unseen.reason is null then f.reason_ja end,
                       case when unseen.reason is null then 'ARCHIVED' else 'ACTIVE' end,
                       case when :stored then r.gone_at is not null
                            else not exists (select from staged_resource there where there.id = f.resource_id) end
                from missed f
                join stored_resource r on r.id = f.resource_id
                join unnest(:controls::text[], :types::text[]) as j (control_id, type)
                    on j.control_id = f.control_id and j.type = r.type
                left join unnest(:unlisted::text[], :unlistedTypes::text[], :reasons::text[])
                    as u (control_id, type, reason) on u.control_id = f.control_id and u.type = r.type
                       and not exists (select from staged_resource there where there.id = f.resource_id)
                cross join lateral (
                    select coalesce(u.reason, case when :stored and r.gone_at is null
                                                   then (r.unseen->>'action') || ' ' || (r.unseen->>'error') end)
                        as reason) as unseen
                where f.record_state = 'ACTIVE' or unseen.reason is null
            ), place as (
                select coalesce(bool_or(since < coalesce(begun, 'infinity')), false) as known
                from (select since, min(at) filter (where scan_id = :scan::uuid) over () as begun
                      from last_evaluation where account_id = :account and region = :region) as looked
            )
            select coalesce(f.id, md5(s.resource_id || s.control_id)::uuid) as finding_id, s.resource_id, s.control_id,
                   s.compliance_status, s.record_state, s.reason, s.reason_ja,
                   case when s.record_state = 'ACTIVE' then null
                        when s.gone then 'RESOURCE_GONE'
                        else 'NOT_APPLICABLE' end as archive_reason,
                   case when f.workflow_status = 'SUPPRESSED' then 'SUPPRESSED'
                        when f.id is null then case when s.compliance_status = 'PASSED' then 'RESOLVED' else 'NEW' end
                        when s.record_state = 'ARCHIVED' or s.compliance_status = 'PASSED'
                             and f.compliance_status = 'PASSED' and f.record_state = 'ACTIVE' then f.workflow_status
                        when s.compliance_status = 'PASSED' then 'RESOLVED'
                        when f.workflow_status in ('NOTIFIED', 'RESOLVED')
                             and (f.compliance_status = 'PASSED' or f.record_state = 'ARCHIVED') then 'NEW'
                        else f.workflow_status end as workflow_status,
                   f.compliance_status as old_compliance_status, f.record_state as old_record_state,
                   f.workflow_status as old_workflow_status,
                   case when f.archive_reason in ('RESOURCE_GONE', 'NOT_APPLICABLE') then null
                        when f.compliance_status in ('PASSED', 'FAILED') then f.compliance_status
                        else f.last_verdict end as old_verdict,
                   (select jsonb_object_agg(key, jsonb_build_object('before', o.value, 'after', n.value))
                    from jsonb_each(known.document) o full join jsonb_each(new.document) n using (key)
                    where new.id is not null and o.value is distinct from n.value
                      and not jsonb_exists_any(known.gaps, array[$$$$, key])
                      and not jsonb_exists_any(new.gaps, array[$$$$, key])) as resource_change,
                   f.archive_reason as old_archive_reason, known.id is not null as resource_known, place.known as place_known,
                   looked.at is null as first_look,
                   f.id is null and looked.at is null and (:setting::uuid is not null or exists (
                       select from finding off
                       where off.account_id = :account and off.region = :region and off.control_id = s.control_id
                         and off.archive_reason = 'CONTROL_DISABLED')) as switched_on,
                   :setting::uuid is not null or exists (
                       select from control_tuning t
                       where t.control_id = s.control_id and coalesce(t.account_id, :account) = :account
                         and (t.ou is null or :account in (select accounts_in_ous(array[t.ou])))
                         and t.at > looked.at) as tuned
            from seen s
            cross join place
            left join finding f using (resource_id, control_id)
            left join staged_resource new on new.id = s.resource_id
            left join stored_resource known on known.id = s.resource_id
            left join last_evaluation looked
                on looked.account_id = :account and looked.region = :region and looked.control_id = s.control_id
                    and looked.resource_type = coalesce(new.type, known.type)
            where f.id is null
               or (f.compliance_status, f.record_state, f.reason, f.reason_ja)
                  is distinct from (s.compliance_status, s.record_state, s.reason, s.reason_ja)
               or s.record_state = 'ARCHIVED'
            """;

    /** The resources of which something else is said than before. */
    static final String JUDGED_ANEW =
            "select distinct resource_id from change where old_record_state is not null and record_state = 'ACTIVE'";

    /** A fix is a pass of what failed before; what people have hidden is no concern of theirs. Comes before the update. */
    static final String KEEP_FIXES = """
            insert into fix_day (account_id, control_id, day, fixes, seconds)
            select f.account_id, f.control_id, (:at::timestamptz at time zone 'UTC')::date, count(*),
                   sum(greatest(0, extract(epoch from :at::timestamptz - f.failing_since)))::bigint
            from change c join finding f on f.id = c.finding_id
            where c.compliance_status = 'PASSED' and c.record_state = 'ACTIVE'
              and f.failing_since is not null and f.workflow_status <> 'SUPPRESSED'
            group by grouping sets ((f.account_id, f.control_id), (f.control_id))
            """;

    static final String UPDATE_FINDINGS = """
            update finding f set
                compliance_status = c.compliance_status, record_state = c.record_state,
                reason = c.reason, reason_ja = c.reason_ja,
                workflow_status = c.workflow_status, archive_reason = c.archive_reason, version = f.version + 1,
                last_verdict = case when c.compliance_status in ('PASSED', 'FAILED') then null else c.old_verdict end,
                status_changed_at =
                    case when f.compliance_status = c.compliance_status then f.status_changed_at else :at end,
                failing_since =
                    case when c.archive_reason in ('RESOURCE_GONE', 'NOT_APPLICABLE') then null
                         when c.compliance_status = 'PASSED' then null
                         when c.compliance_status = 'FAILED' then coalesce(f.failing_since, :at)
                         else f.failing_since end
            from change c
            where f.id = c.finding_id
            """;

    static final String INSERT_FINDINGS = """
            insert into finding (id, account_id, region, control_id, resource_id, compliance_status, reason, reason_ja,
                                 workflow_status, record_state, first_observed_at, status_changed_at, failing_since)
            select finding_id, :account, :region, control_id, resource_id, compliance_status, reason, reason_ja,
                   workflow_status, record_state, :at, :at, case when compliance_status = 'FAILED' then :at end
            from change where old_record_state is null
            """;

    /** Of what changed of a finding, the first has the move from count to count. */
    static final String APPEND_TRANSITIONS = """
            insert into transition (finding_id, account_id, control_id, at, what, from_value, to_value, reason, reason_ja,
                                    scan_id, recheck_id, username, setting_change_id, change, archive_reason, cause, was, became)
            select finding_id, :account, control_id, :at, what, from_value, to_value, reason, reason_ja, :scan, :recheck, :user,
                   :setting, resource_change,
                   case when what = 'RECORD_STATE' then archive_reason end,
                   case when position = 1 then cause end, case when position = 1 then was end,
                   case when position = 1 then became end
            from (select *, %s as cause
                  from (select *, counted_as(old_record_state, old_compliance_status, old_workflow_status) as was,
                               counted_as(record_state, compliance_status, workflow_status) as became
                        from change) as counted) as moving
            cross join lateral (
                select what, from_value, to_value, row_number() over () as position
                from (values
                    ('RECORD_STATE', old_record_state, record_state),
                    ('COMPLIANCE_STATUS', old_compliance_status, compliance_status),
                    ('WORKFLOW_STATUS', old_workflow_status, workflow_status)) as status (what, from_value, to_value)
                where from_value is distinct from to_value
                  and (from_value is not null or what = 'COMPLIANCE_STATUS')) as moved
            """.formatted(CauseSql.OF_CHANGE);

    /** From verdict to verdict: what is neither passed nor failed stands as the last verdict left it. */
    static final String COUNT_MOVED = """
            select count(*) filter (where fails and not failed) as opened,
                   count(*) filter (where failed and not fails) as closed
            from (select record_state = 'ACTIVE'
                         and (compliance_status = 'FAILED'
                              or compliance_status <> 'PASSED' and old_verdict is not distinct from 'FAILED') as fails,
                         old_verdict is not distinct from 'FAILED' as failed
                  from change) as moved
            """;

    private ReconciliationSql() {}
}
