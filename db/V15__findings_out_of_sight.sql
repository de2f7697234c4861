-- Losing sight is neither a repair nor a new failure: what a finding said before its status was no verdict any more.
alter table finding
    add column last_verdict   text check (last_verdict in ('PASSED', 'FAILED')), -- null where the status is a verdict
    add column archive_reason text check (archive_reason in ('RESOURCE_GONE', 'NOT_APPLICABLE', 'REGION_NOT_WATCHED',
                                                             'CONTROL_DISABLED', 'CONTROL_REMOVED', 'ACCOUNT_RETIRED'));
alter table transition add column archive_reason text; -- why the record was archived

update finding f set last_verdict = (
    select to_value from transition t
    where t.finding_id = f.id and what = 'COMPLIANCE_STATUS' and to_value in ('PASSED', 'FAILED')
    order by at desc, id desc limit 1)
where compliance_status in ('WARNING', 'NOT_AVAILABLE');

update finding f set archive_reason = case when r.gone_at is null then 'NOT_APPLICABLE' else 'RESOURCE_GONE' end
from resource r
where r.id = f.resource_id and f.record_state = 'ARCHIVED';

alter table finding add constraint archived_for_a_reason check ((record_state = 'ARCHIVED') = (archive_reason is not null));

-- Why a finding is archived by what an operator chose, null while it is looked at, is said in one place (finding.OutOfSight).
create index finding_active_by_unit on finding (account_id, region) where record_state = 'ACTIVE';
