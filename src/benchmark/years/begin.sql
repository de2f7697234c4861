-- Accounts, months, and what people have said; then the tables lose their indexes until all rows are there.
insert into account (id, name, partition, role_arn, regions, ou, managed, created_at, version)
select years.account(n), (select word from years.word where number = 1 + n % 40) || '-' || n, 'aws',
       'arn:aws:iam::' || years.account(n) || ':role/shisei', years.regions(),
       '/' || (array['production', 'staging', 'sandbox'])[1 + n % 3] || '/team-' || n / 3 % 12, false,
       years.at(n, years.number('days')), 0
from generate_series(1, years.number('accounts')) as n;

select ensure_month(series, (current_date - n)::timestamptz)
from unnest(array['control_day', 'standard_day', 'control_step', 'standard_step', 'control_trend', 'standard_trend',
                  'transition', 'fix_day', 'resource_change']) as series,
     generate_series(-1, years.number('days') + 31, 15) as n;

insert into deadline (severity, days) values ('CRITICAL', 7), ('HIGH', 30), ('MEDIUM', 90), ('LOW', 180);
insert into deadline (severity, account_id, days)
select severity, years.account(n), days / 2 from deadline, generate_series(3, least(9, years.number('accounts')), 3) as n where account_id is null;

insert into suppression (id, match, reason, owner, created_at, created_by, changed_by, settled, version)
select years.rule(n), jsonb_build_object('controlIds', jsonb_build_array(control_id), 'tags', '{"all": [], "any": [], "none": []}'::jsonb,
                                         'except', '{}'::jsonb),
       'Accepted until the next platform', 'platform', now(), 'admin', 'admin', true, 0
from (select control_id, row_number() over (order by count(*) desc, control_id) as n
      from years.mold_finding where compliance_status = 'FAILED' group by control_id limit 12) as failing;

insert into schedule (id, name, cron, zone, enabled, created_at, last_run_at, version)
values (md5('nightly')::uuid, 'Nightly', '0 1 * * *', 'UTC', false, years.at(0, years.number('days')), years.at(0, 0), 0);
insert into schedule_run (schedule_id, due_at, at, outcome, missed)
select md5('nightly')::uuid, years.at(0, d), years.at(0, d), 'RAN', 0 from generate_series(0, least(years.number('days'), 50) - 1) as d; -- no more are kept

-- Foreign keys go first, then what they refer to.
create table years.dropped as
select conrelid::regclass::text as "table", conname::text as name, pg_get_constraintdef(oid) as definition,
       case contype when 'f' then 3 else 2 end as step
from pg_constraint
where contype in ('f', 'p', 'u') and conparentid = 0
  and (conrelid::regclass::text = any (years.filled()) or confrelid::regclass::text = any (years.filled()))
union all
select indrelid::regclass::text, indexrelid::regclass::text, replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON '), 1
from pg_index
where indrelid::regclass::text = any (years.filled()) and not exists (select from pg_constraint where conindid = indexrelid);

do $$
declare
    it record;
begin
    for it in select * from years.dropped order by step desc loop
        execute case when it.step = 1 then format('drop index %s', it.name)
                     else format('alter table %s drop constraint %I', it."table", it.name) end;
    end loop;
end $$;
