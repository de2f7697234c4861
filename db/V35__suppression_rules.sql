-- What a rule hides is read by Java alone, as one document; see docs/adr/0104.
alter table suppression add column match jsonb;
update suppression set match = jsonb_strip_nulls(jsonb_build_object(
    'controlIds', control_ids,
    'accountIds', account_ids,
    'regions', regions,
    'resourcePatterns', case when resource_pattern is not null then array[resource_pattern] end,
    'tags', jsonb_build_object(
        'all', case when tag_key is null then '[]'
                    else jsonb_build_array(jsonb_build_object('key', tag_key, 'value', tag_value)) end,
        'any', '[]'::jsonb,
        'none', '[]'::jsonb),
    'except', '{}'::jsonb));
alter table suppression
    alter column match set not null,
    drop column control_ids,
    drop column account_ids,
    drop column regions,
    drop column resource_pattern,
    drop column tag_key,
    drop column tag_value,
    add column review_on date,         -- null: nobody is reminded
    add column pending_by text,        -- who wishes what another person has yet to approve; null: nobody
    add column changed_by text,        -- who changed it last; null: it expired
    add column followed_account text,  -- findings in places up to this one follow the rule already; null: in none
    add column followed_region text;
update suppression set changed_by = case when ended_at is null then created_by else ended_by end;

alter table suppression_change
    add column plan jsonb, -- what the rule says since; null: as before
    drop constraint suppression_change_what_check,
    add check (what in ('CREATED', 'EDITED', 'APPROVED', 'ENDED', 'EXPIRED'));
update suppression_change as change
set plan = match || jsonb_strip_nulls(jsonb_build_object(
    'reason', reason, 'owner', owner, 'expiresAt', to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
from suppression where suppression.id = change.suppression_id and change.what = 'CREATED';

-- What a rule did to the finding, or what became of it; null where no rule was the cause, or before this version.
alter table transition add column suppression_effect text
    check (suppression_effect in ('HIDDEN', 'UNMATCHED', 'EDITED', 'ENDED', 'EXPIRED'));

-- By account: the accounts in organizational units or in units below them, as the last sync saw them.
create function accounts_in_ous(ous text[]) returns setof text language sql stable as $$
    select account.id from account
    where exists (
        select from unnest(ous) as unit (path)
        where ou = unit.path or starts_with(ou, case unit.path when '/' then '/' else unit.path || '/' end))
$$;

-- Rules find resources by the beginning of their ARN and by their tags. This one serves equality, too.
drop index resource_by_arn;
create index resource_by_arn on resource (arn text_pattern_ops);
create index resource_by_tag on resource using gin (tags);

-- Scores are also shown as if nothing were suppressed.
alter table finding_sum
    add column suppressed_passed bigint not null default 0, -- of those that are suppressed, as is the next one
    add column suppressed_failed bigint not null default 0;

create or replace function add_to_finding_sum() returns trigger language plpgsql as $function$
begin
    execute format($sql$
        insert into finding_sum (account_id, control_id, passed, failed, unknown, suppressed,
                                 suppressed_passed, suppressed_failed)
        select * from (
            select account_id, control_id,
                   coalesce(sum(sign) filter (where compliance_status = 'PASSED' and counts), 0) as passed,
                   coalesce(sum(sign) filter (where compliance_status = 'FAILED' and counts), 0) as failed,
                   coalesce(sum(sign) filter (where compliance_status in ('WARNING', 'NOT_AVAILABLE') and counts), 0) as unknown,
                   coalesce(sum(sign) filter (where not counts), 0) as suppressed,
                   coalesce(sum(sign) filter (where compliance_status = 'PASSED' and not counts), 0) as suppressed_passed,
                   coalesce(sum(sign) filter (where compliance_status = 'FAILED' and not counts), 0) as suppressed_failed
            from (select sign, account_id, control_id, compliance_status, workflow_status <> 'SUPPRESSED' as counts
                  from (%s) as changed where record_state = 'ACTIVE') as active
            group by grouping sets ((account_id, control_id), (control_id))) as sums
        where (passed, failed, unknown, suppressed, suppressed_passed, suppressed_failed) <> (0, 0, 0, 0, 0, 0)
          and (account_id is null or exists (select from counted_account where id = account_id)) -- not with its account
        $sql$, case tg_op
            when 'INSERT' then 'select 1 as sign, * from come'
            when 'DELETE' then 'select -1 as sign, * from gone'
            else 'select 1 as sign, * from come union all select -1, * from gone' end);
    return null;
end $function$;

insert into finding_sum (account_id, control_id, passed, failed, unknown, suppressed, suppressed_passed, suppressed_failed)
select account_id, control_id, 0, 0, 0, 0,
       count(*) filter (where compliance_status = 'PASSED'), count(*) filter (where compliance_status = 'FAILED')
from finding where record_state = 'ACTIVE' and workflow_status = 'SUPPRESSED'
group by grouping sets ((account_id, control_id), (control_id))
having count(*) filter (where compliance_status in ('PASSED', 'FAILED')) > 0;
